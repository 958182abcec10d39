// How a member is reached. A new contact is proved by a code that came to it; one that was proved before has to agree.
import { answered } from "@fedele/sdk/browser.ts";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../api.ts";
import { forgetCard } from "../cardKeys.ts";
import { useSpeech } from "../language.ts";
import { type Me, meQuery } from "../queries.ts";
import { CodeField } from "./codeField.tsx";
import { Sheet } from "./sheet.tsx";
import { Submit, Trouble } from "./states.tsx";

type Replaced = Me["contacts"][number] | "none";

export function Contacts({ me }: { me: Me }) {
  const { say } = useSpeech();
  const [changing, setChanging] = useState<Replaced>();
  return (
    <section className="block">
      <h2>{say("me.contacts")}</h2>
      {me.contacts.length === 0 ? <p className="quiet">{say("me.contactsNone")}</p> : null}
      <ul className="lines">
        {me.contacts.map((contact) => (
          <li key={contact.id} className="row">
            <span className="row-text">
              <span>{contact.value}</span>
              {contact.isVerified ? null : <span className="quiet small">{say("me.unproved")}</span>}
            </span>
            <button
              type="button"
              className="link"
              aria-label={say("me.replace", { contact: contact.value })}
              onClick={() => setChanging(contact)}
            >
              {say("me.replace", { contact: "" }).trim()}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => setChanging("none")}>
        {say("me.add")}
      </button>
      {changing === undefined ? null : <ContactSheet replaced={changing} onClose={() => setChanging(undefined)} />}
    </section>
  );
}

type Asked = { readonly contact: string; readonly needsOldCode: boolean };

function ContactSheet({ replaced, onClose }: { replaced: Replaced; onClose(): void }) {
  const { say } = useSpeech();
  const known = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const replaces = replaced === "none" ? {} : { replaces: replaced.id };
  const asking = useMutation({
    mutationFn: async (contact: string) => {
      const { needsOldCode } = await answered(api.POST("/v1/me/contact-codes", { body: { contact, ...replaces } }));
      return { contact, needsOldCode };
    },
    onSuccess: setAsked,
  });
  const proving = useMutation({
    mutationFn: (codes: { code: string; oldCode?: string }) =>
      answered(api.POST("/v1/me/contacts", { body: { contact: asked?.contact ?? "", ...codes, ...replaces } })),
    onSuccess: async (me) => {
      // The cards of all devices have ended; this one gets a new one.
      await forgetCard();
      await known.invalidateQueries({ queryKey: ["card"] });
      known.setQueryData(meQuery.queryKey, me);
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const textOf = (name: string): string => String(form.get(name) ?? "").trim();
    if (asked === undefined) asking.mutate(textOf("contact"));
    else proving.mutate({ code: textOf("code"), ...(asked.needsOldCode ? { oldCode: textOf("oldCode") } : {}) });
  };
  const title = replaced === "none" ? say("me.newContact") : say("me.replace", { contact: replaced.value });
  return (
    <Sheet title={title} onClose={onClose}>
      <form className="block-plain" onSubmit={submit}>
        {asked === undefined ? (
          <>
            <TextInput
              name="contact"
              label={say("me.newContact")}
              size="md"
              required
              withAsterisk={false}
              autoCapitalize="none"
              inputMode="email"
              maxLength={320}
            />
            <p className="quiet small">{say("me.contactRest")}</p>
          </>
        ) : (
          <>
            <p role="status">{say("me.codesSent")}</p>
            <CodeField name="code" label={say("me.codeNew", { contact: asked.contact })} />
            {asked.needsOldCode ? <CodeField name="oldCode" label={say("me.codeOld")} /> : null}
          </>
        )}
        <Trouble error={asking.error} />
        <Trouble error={proving.error} otherwise={{ forbidden: "refusal.wrongCode", conflict: "refusal.taken" }} />
        <Submit isSending={asking.isPending || proving.isPending}>
          {asked === undefined ? say("door.sendCode") : say("me.confirm")}
        </Submit>
      </form>
    </Sheet>
  );
}
