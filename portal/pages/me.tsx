// The member himself: what he is called, how he is reached, what he agrees to, where he is signed in, and leaving.
import { answered, done } from "@fedele/sdk/browser.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api } from "../api.ts";
import { asLanguage, chooseLanguage, languageNames, languages, useSpeech } from "../language.ts";
import { Contacts } from "../parts/contacts.tsx";
import { Leaving } from "../parts/leaving.tsx";
import { LegalLinks } from "../parts/legalLinks.tsx";
import { Submit, Trouble, Waiting } from "../parts/states.tsx";
import { slug } from "../place.ts";
import { type Me, meQuery, portalQuery } from "../queries.ts";
import { forgetAll, leave } from "../session.ts";

export function MePage({ me }: { me: Me }) {
  const { say } = useSpeech();
  const leaving = useMutation({ mutationFn: leave });
  return (
    <>
      <h1>{say("me.title")}</h1>
      <Profile me={me} />
      <Contacts me={me} />
      <Consents />
      <Devices />
      <OwnData />
      <Trouble error={leaving.error} />
      <Button variant="default" size="md" loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {say("me.signOut")}
      </Button>
      <Leaving onLeft={forgetAll} />
      <LegalLinks />
    </>
  );
}

/** Fetched rather than linked to: a link says of no portal which session it means. */
function OwnData() {
  const { say } = useSpeech();
  const downloading = useMutation({
    mutationFn: async (format: "json" | "csv") => {
      const data = await answered(api.GET("/v1/me/export", { params: { query: { format } }, parseAs: "blob" }));
      if (!(data instanceof Blob)) throw new Error("an export is a file");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(data);
      link.download = `fedele-${slug}.${format}`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  return (
    <section className="block-plain">
      <h2>{say("me.data")}</h2>
      <button type="button" className="link" onClick={() => downloading.mutate("json")}>
        {say("me.download")}
      </button>
      <button type="button" className="link" onClick={() => downloading.mutate("csv")}>
        {say("me.downloadTable")}
      </button>
      <Trouble error={downloading.error} />
    </section>
  );
}

function Profile({ me }: { me: Me }) {
  const { say, language } = useSpeech();
  const known = useQueryClient();
  const changing = useMutation({
    mutationFn: (body: { name?: string | null; language?: (typeof languages)[number]; birthDate?: string }) =>
      answered(api.PATCH("/v1/me", { body })),
    onSuccess: async (changed) => {
      known.setQueryData(meQuery.queryKey, changed);
      const own = asLanguage(changed.language?.slice(0, 2) ?? "");
      if (own === undefined || own === language) return;
      await chooseLanguage(own);
      await known.invalidateQueries();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const textOf = (name: string): string => String(form.get(name) ?? "").trim();
    const spoken = asLanguage(textOf("language"));
    const birthDate = textOf("birthDate");
    changing.mutate({
      name: textOf("name") === "" ? null : textOf("name"),
      ...(spoken === undefined ? {} : { language: spoken }),
      ...(birthDate === "" || birthDate === me.birthDate ? {} : { birthDate }),
    });
  };
  return (
    <form className="block" onSubmit={submit}>
      <h2>{say("me.profile")}</h2>
      <TextInput
        name="name"
        label={say("me.name")}
        size="md"
        defaultValue={me.name ?? ""}
        autoComplete="name"
        maxLength={200}
      />
      <label className="block-plain small">
        {say("me.language")}
        <select
          className="choice"
          name="language"
          defaultValue={asLanguage(me.language?.slice(0, 2) ?? "") ?? language}
        >
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </label>
      <BirthDate me={me} />
      <Trouble error={changing.error} />
      <Submit isSending={changing.isPending}>{say("state.save")}</Submit>
      {changing.isSuccess ? (
        <p role="status" className="good">
          {say("state.saved")}
        </p>
      ) : null}
    </form>
  );
}

/** To be said where the shop lets members say so; else it stands there. */
function BirthDate({ me }: { me: Me }) {
  const { say, day } = useSpeech();
  const { data: portal } = useQuery(portalQuery);
  if (me.mayChangeBirthDate) {
    return (
      <TextInput
        name="birthDate"
        type="date"
        label={say("me.birthDate")}
        description={portal?.birthday === "once" ? say("me.birthDateOnce") : undefined}
        size="md"
        defaultValue={me.birthDate ?? ""}
        autoComplete="bday"
      />
    );
  }
  if (me.birthDate === null) return null;
  return (
    <p className="row">
      <span>{say("me.birthDate")}</span>
      <span>{day(me.birthDate)}</span>
    </p>
  );
}

const CONSENTS = ["consents"];

function Consents() {
  const { say, day, language } = useSpeech();
  const known = useQueryClient();
  const key = [...CONSENTS, language];
  const consents = useQuery({
    queryKey: key,
    queryFn: async () => (await answered(api.GET("/v1/me/consents"))).items,
  });
  type Said = { topic: NonNullable<typeof consents.data>[number]["topic"]; isGranted: boolean; version: string | null };
  const saying = useMutation({
    mutationFn: ({ topic, isGranted, version }: Said) =>
      answered(
        api.POST("/v1/me/consents", {
          body: {
            topic,
            state: isGranted ? "granted" : "withdrawn",
            ...(isGranted && version !== null ? { version } : {}),
          },
        }),
      ),
    onSuccess: ({ items }) => known.setQueryData(key, items),
  });
  // Shown at once as it was said; a refusal puts it back.
  const said = saying.isPending ? saying.variables : undefined;
  if (consents.data === undefined) return consents.error === null ? <Waiting blocks={1} /> : null;
  return (
    <section className="block">
      <h2>{say("me.consents")}</h2>
      {consents.data.length === 0 ? <p className="quiet">{say("me.consentsNone")}</p> : null}
      {consents.data.map(({ topic, state, since, version, text }) => (
        <label className="check" key={topic}>
          <input
            type="checkbox"
            checked={said?.topic === topic ? said.isGranted : state === "granted"}
            disabled={version === null && state !== "granted"}
            onChange={(event) => saying.mutate({ topic, isGranted: event.currentTarget.checked, version })}
          />
          <span className="row-text">
            <span>{say(`topic.${topic}`)}</span>
            {text === null ? null : <span className="quiet small">{text}</span>}
            {since === null ? null : <span className="quiet small">{say("me.since", { day: day(since) })}</span>}
          </span>
        </label>
      ))}
      <Trouble error={saying.error} />
    </section>
  );
}

const SESSIONS = ["sessions"];

function Devices() {
  const { say, day } = useSpeech();
  const known = useQueryClient();
  const sessions = useQuery({
    queryKey: SESSIONS,
    queryFn: async () => (await answered(api.GET("/v1/me/sessions"))).items,
  });
  const ending = useMutation({
    mutationFn: (sessionId: string) =>
      done(api.DELETE("/v1/me/sessions/{sessionId}", { params: { path: { sessionId } } })),
    onSuccess: () => known.invalidateQueries({ queryKey: SESSIONS }),
  });
  if (sessions.data === undefined) return sessions.error === null ? <Waiting blocks={1} /> : null;
  return (
    <section className="block">
      <h2>{say("me.devices")}</h2>
      <ul className="lines">
        {sessions.data.map(({ id, device, isCurrent, renewedAt }) => (
          <li key={id} className="row">
            <span className="row-text">
              <span>{device === "?" ? say("me.unknownDevice") : device}</span>
              <span className="quiet small">
                {isCurrent ? say("me.thisDevice") : say("me.since", { day: day(renewedAt) })}
              </span>
            </span>
            {isCurrent ? null : (
              <button
                type="button"
                className="link"
                aria-label={say("me.signOutDeviceLabel", { device: device === "?" ? say("me.unknownDevice") : device })}
                onClick={() => ending.mutate(id)}
              >
                {say("me.signOutDevice")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Trouble error={ending.error} />
    </section>
  );
}
