import { expect, test } from "vitest";
import { guessColumns, isMemberColumn, saysYes, wholePoints } from "./memberColumns.ts";

test.each([
  [
    ["Name", "E-Mail", "Phone number", "Points"],
    ["name", "email", "phone", "points"],
  ],
  [
    ["Vorname", "Nachname", "Geburtsdatum", "Kartennummer"],
    ["firstName", "lastName", "birthDate", "card"],
  ],
  [
    ["Cognome", "Cellulare", "Punti", "Data di nascita"],
    ["lastName", "phone", "points", "birthDate"],
  ],
  [
    ["Příjmení", "Consent e-mail", "sms opt-in"],
    ["lastName", "consent:email", "consent:sms"],
  ],
  [
    ["Email", "email", "Shoe size", ""],
    ["email", null, null, null],
  ],
])("the titles %j suggest %j", (header, columns) => {
  expect(guessColumns(header)).toEqual(columns);
});

test.each([
  ["email", true],
  ["consent:email", true],
  ["consent:fax", false],
  ["field:shoe_size", true],
  ["field:Shoe", false],
  ["__proto__", false],
])("%s is a meaning of a column: %s", (text, isOne) => {
  expect(isMemberColumn(text)).toBe(isOne);
});

test.each([
  ["Yes", true],
  [" sì ", true],
  ["0", false],
  ["", false],
  ["perhaps", null],
])("%j says yes: %s", (cell, says) => {
  expect(saysYes(cell)).toBe(says);
});

test.each([
  ["1.250", ",", 1_250],
  ["1,250.00", ".", 1_250],
  ["12,50", ",", null],
  ["-5", ".", null],
  ["1e3", ".", null],
  ["=1+1", ".", null],
] as const)("%j with the mark %j are %s points", (cell, mark, points) => {
  expect(wholePoints(cell, mark)).toBe(points);
});
