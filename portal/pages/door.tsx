// Coming in: one field, then six digits. Who is no member yet joins by the same code, where the shop lets people.
import { answered } from "@fedele/sdk/browser.ts";
import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { CODE_DIGITS, CodeField } from "../parts/codeField.tsx";
import { Languages } from "../parts/languages.tsx";
import { LegalLinks } from "../parts/legalLinks.tsx";
import { Empty, Submit, Trouble } from "../parts/states.tsx";
import { pageHere, replaceBy, slug } from "../place.ts";
import type { Portal } from "../queries.ts";
import { enter, LEFT } from "../session.ts";

type Step =
  | { readonly at: "contact" }
  | { readonly at: "code"; readonly contact: string; readonly kind: "email" | "phone"; readonly minutes: number }
  | { readonly at: "join"; readonly contact: string; readonly code: string };

const path = { slug };

export function DoorPage({ shop, isJoining }: { shop: Portal; isJoining: boolean }) {
  const { say } = useSpeech();
  const [hasLeft, setLeft] = useState(() => sessionStorage.getItem(LEFT) !== null);
  const [step, setStep] = useState<Step>({ at: "contact" });
  const startOver = () => setStep({ at: "contact" });
  if (hasLeft) {
    const goOn = () => {
      sessionStorage.removeItem(LEFT);
      setLeft(false);
    };
    return (
      <>
        <Empty title={say("left.title")} hint={say("left.hint", { shop: shop.name })}>
          <button type="button" className="link" onClick={goOn}>
            {say("left.again")}
          </button>
        </Empty>
        <Languages />
      </>
    );
  }
  const title = isJoining && shop.mayJoin ? say("door.join", { shop: shop.name }) : say("door.title");
  return (
    <>
      <h1>{step.at === "join" ? say("door.almost") : title}</h1>
      {step.at === "contact" ? <ContactForm hint={shop.mayJoin ? say("door.joinHint") : ""} onSent={setStep} /> : null}
      {step.at === "code" ? <CodeForm step={step} onJoinDue={setStep} onBack={startOver} /> : null}
      {step.at === "join" ? <JoinForm step={step} shop={shop} onBack={startOver} /> : null}
      <Languages />
      <LegalLinks />
    </>
  );
}

function fieldOf(event: FormEvent<HTMLFormElement>, name: string): string {
  const value = new FormData(event.currentTarget).get(name);
  return typeof value === "string" ? value.trim() : "";
}

function ContactForm({ hint, onSent }: { hint: string; onSent(step: Step): void }) {
  const { say } = useSpeech();
  const asking = useMutation({
    mutationFn: async (contact: string) => {
      const body = { contact };
      const { kind, goodForMinutes } = await answered(
        api.POST("/v1/portal/{slug}/sign-in-codes", { params: { path }, body }),
      );
      return { at: "code", contact, kind, minutes: goodForMinutes } as const;
    },
    onSuccess: onSent,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    asking.mutate(fieldOf(event, "contact"));
  };
  return (
    <form className="block-plain" onSubmit={submit}>
      {hint === "" ? null : <p className="quiet">{hint}</p>}
      <TextInput
        name="contact"
        label={say("door.contact")}
        size="md"
        required
        withAsterisk={false}
        autoComplete="email"
        autoCapitalize="none"
        inputMode="email"
        maxLength={320}
      />
      <Trouble error={asking.error} otherwise={{ invalid: "refusal.contact" }} />
      <Submit isSending={asking.isPending}>{say("door.sendCode")}</Submit>
    </form>
  );
}

/** Back to where one was going, but not to the pages of the door. */
async function goIn(csrfToken: string): Promise<void> {
  await enter(csrfToken);
  if (pageHere() === "join") replaceBy("home");
}

type CodeFormProps = { step: Extract<Step, { at: "code" }>; onJoinDue(step: Step): void; onBack(): void };

function CodeForm({ step, onJoinDue, onBack }: CodeFormProps) {
  const { say } = useSpeech();
  const { contact, kind, minutes } = step;
  const [attempt, setAttempt] = useState(1);
  const [sentAgain, setSentAgain] = useState(0);
  const showing = useMutation({
    mutationFn: (code: string) =>
      answered(api.POST("/v1/portal/{slug}/sign-ins", { params: { path }, body: { contact, code } })),
    onSuccess: (answer, code) => {
      if ("joinDue" in answer) onJoinDue({ at: "join", contact, code });
      else return goIn(answer.csrfToken);
    },
    // A code that was wrong is typed anew from its first digit.
    onError: () => setAttempt(attempt + 1),
  });
  const asking = useMutation({
    mutationFn: () => answered(api.POST("/v1/portal/{slug}/sign-in-codes", { params: { path }, body: { contact } })),
    onSuccess: () => {
      setSentAgain(sentAgain + 1);
      showing.reset();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = fieldOf(event, "code");
    if (code.length === CODE_DIGITS) showing.mutate(code);
  };
  return (
    <form className="block-plain" onSubmit={submit}>
      <p className="quiet" role="status" key={sentAgain}>
        {say(kind === "email" ? "door.codeSentEmail" : "door.codeSentPhone", { contact, minutes })}
      </p>
      <CodeField key={attempt} label={say("door.code")} name="code" onWhole={(code) => showing.mutate(code)} />
      <Trouble error={showing.error ?? asking.error} otherwise={{ unauthenticated: "refusal.wrongCode" }} />
      <Submit isSending={showing.isPending}>{say("door.enter")}</Submit>
      <button type="button" className="link" onClick={() => asking.mutate()} disabled={asking.isPending}>
        {say("door.newCode")}
      </button>
      <button type="button" className="link" onClick={onBack}>
        {say("door.otherContact")}
      </button>
    </form>
  );
}

type JoinFormProps = { step: Extract<Step, { at: "join" }>; shop: Portal; onBack(): void };

function JoinForm({ step, shop, onBack }: JoinFormProps) {
  const { say } = useSpeech();
  const { terms, consents, birthday } = shop;
  const [isAgreed, setAgreed] = useState(terms === null);
  const [isReminded, setReminded] = useState(false);
  const joining = useMutation({
    mutationFn: (join: object) => {
      const { contact, code } = step;
      return answered(api.POST("/v1/portal/{slug}/sign-ins", { params: { path }, body: { contact, code, join } }));
    },
    onSuccess: (answer) => ("joinDue" in answer ? undefined : goIn(answer.csrfToken)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isAgreed) return setReminded(true);
    const name = fieldOf(event, "name");
    const birthDate = fieldOf(event, "birthDate");
    const said = new FormData(event.currentTarget).getAll("consent");
    joining.mutate({
      ...(terms === null ? {} : { termsVersion: terms.version }),
      ...(name === "" ? {} : { name }),
      ...(birthDate === "" ? {} : { birthDate }),
      consents: consents.filter(({ topic }) => said.includes(topic)).map(({ topic, version }) => ({ topic, version })),
    });
  };
  return (
    <form className="block-plain" onSubmit={submit}>
      <p className="quiet">{say("door.almostHint", { contact: step.contact })}</p>
      <TextInput name="name" label={say("door.name")} size="md" autoComplete="name" maxLength={200} />
      {birthday === "never" ? null : (
        <TextInput
          name="birthDate"
          type="date"
          label={say("door.birthDate")}
          description={birthday === "once" ? say("door.birthDateHint") : undefined}
          size="md"
          autoComplete="bday"
        />
      )}
      {terms === null ? null : (
        <Terms text={terms.text} isAgreed={isAgreed} isReminded={isReminded} onToggled={() => setAgreed(!isAgreed)} />
      )}
      {consents.map(({ topic, text }) => (
        <label className="check" key={topic}>
          <input type="checkbox" name="consent" value={topic} />
          <span>{text}</span>
        </label>
      ))}
      <Trouble error={joining.error} otherwise={{ unauthenticated: "refusal.wrongCode" }} />
      <Submit isSending={joining.isPending}>{say("door.joinNow")}</Submit>
      <button type="button" className="link" onClick={onBack}>
        {say("door.otherContact")}
      </button>
    </form>
  );
}

type TermsProps = { text: string; isAgreed: boolean; isReminded: boolean; onToggled(): void };

function Terms({ text, isAgreed, isReminded, onToggled }: TermsProps) {
  const { say } = useSpeech();
  return (
    <>
      <details>
        <summary>{say("door.terms")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="terms" tabIndex={0} aria-label={say("door.terms")}>
          {text}
        </section>
      </details>
      <label className="check">
        <input type="checkbox" checked={isAgreed} onChange={onToggled} />
        <span>{say("door.agree")}</span>
      </label>
      {isReminded && !isAgreed ? (
        <p role="alert" className="trouble">
          {say("door.agreeFirst")}
        </p>
      ) : null}
    </>
  );
}
