import type { tenant as english } from "../en/tenant.ts";

export const tenant: Readonly<Record<keyof typeof english, string>> = {
  "tenant.begins": "Začíná s",
  "tenant.clear": "Odstranit tuto ukázku",
  "tenant.clearWarning": "Nikdo se do ní už nedostane a nevrátí se. Vaše vlastní obchody zůstanou beze změny.",
  "tenant.currency": "Měna",
  "tenant.currencyHint": "Nikdy se nezmění: počítají se v ní body.",
  "tenant.filling": "Příběh se nahrává: {share} %",
  "tenant.make": "Založit můj obchod",
  "tenant.makeMine": "Založit vlastní obchod",
  "tenant.makeMineHint": "Vlastní obchod, prázdný a připravený. Ukázka zůstane, jak je.",
  "tenant.preset.cashback": "Peníze zpět",
  "tenant.preset.cashback.hint": "Část každého nákupu se vrátí v bodech.",
  "tenant.preset.points": "Body",
  "tenant.preset.points.hint": "Body za útratu, úrovně, odměny.",
  "tenant.preset.stamps": "Razítková kartička",
  "tenant.preset.stamps.hint": "Deset káv, jedna zdarma.",
  "tenant.slug": "Krátké jméno v adresách",
  "tenant.slugHint": "Malá písmena, číslice a pomlčky. Nikdy se nezmění.",
  "tenant.yours": "Vaše obchody",
};
