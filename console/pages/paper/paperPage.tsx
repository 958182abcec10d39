// A sheet to print, as it will come out, and above it what it shall say. The printer gets the sheet alone.
import { type Language, languages } from "@fedele/core/sentences.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { Alert, Anchor, Button, Group, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api.ts";
import { languageNames, useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";
import { usePortal } from "../settings/portal/portalQueries.ts";
import { Cards, newNumbers } from "./cards.tsx";
import classes from "./paper.module.css";
import { sheets } from "./paperSearch.ts";
import { Poster } from "./poster.tsx";

const LOCATIONS_MAX = 100;
const route = getRouteApi("/paper");

export function PaperPage() {
  const { say, language: spoken } = useSpeech();
  const { tenant } = useSession();
  const { sheet = "poster", place, language = houseLanguage(tenant.language) ?? spoken } = route.useSearch();
  const { data: portal } = usePortal();
  const [numbers, setNumbers] = useState(newNumbers);
  const address = `${useAddress()}/p/${tenant.slug}/join`;
  useDocumentTitle(`${say("settings.paper")} · ${tenant.name}`);
  const name = portal?.name ?? tenant.name;
  const look = { name, color: portal?.color ?? "#0b7285", logo: portal?.logo ?? null, language };
  return (
    <main>
      <div className={classes.toolbar}>
        <Choices sheet={sheet} language={language} address={address} mayJoin={portal?.mayJoin ?? true} />
        <Group>
          <Button onClick={() => window.print()}>{say("paper.print")}</Button>
          {sheet === "poster" ? null : (
            <Button variant="light" onClick={() => setNumbers(newNumbers())}>
              {say("paper.newNumbers")}
            </Button>
          )}
        </Group>
      </div>
      <section className={classes.frame} aria-label={say("paper.sheet")}>
        {sheet === "poster" ? (
          <Poster {...look} address={address} place={place} />
        ) : (
          <Cards {...look} numbers={numbers} />
        )}
      </section>
    </main>
  );
}

function houseLanguage(tag: string): Language | undefined {
  return languages.find((known) => known === tag.slice(0, 2));
}

/** Where people reach this installation, as far as whoever prints may know it; else where they found it. */
function useAddress(): string {
  const { scopes } = useSession();
  const { data } = useQuery({
    queryKey: ["health"],
    enabled: scopes.has("health:read"),
    queryFn: () => answered(api.GET("/v1/health-report")),
  });
  return data?.hosting.isGiven === true ? data.hosting.address : location.origin;
}

type Chosen = {
  readonly sheet: (typeof sheets)[number];
  readonly language: Language;
  readonly address: string;
  readonly mayJoin: boolean;
};

function Choices({ sheet, language, address, mayJoin }: Chosen) {
  const { say } = useSpeech();
  const search = route.useSearch();
  const go = route.useNavigate();
  const isLocal = /^http:\/\/(localhost|127\.|\[::1\])/.test(address);
  return (
    <Stack gap="sm">
      <Anchor size="sm" renderRoot={(props) => <Link to="/settings" {...props} />}>
        {say("paper.back")}
      </Anchor>
      <Text size="sm">{say(sheet === "poster" ? "paper.hint" : "paper.cardsHint")}</Text>
      <SegmentedControl
        aria-label={say("paper.sheet")}
        value={sheet}
        data={sheets.map((value) => ({ value, label: say(`paper.${value}`) }))}
        onChange={(value) => {
          const chosen = sheets.find((one) => one === value) ?? "poster";
          return go({ search: { ...search, sheet: chosen }, replace: true });
        }}
        maw={360}
      />
      <Group align="flex-end">
        {sheet === "poster" ? <Place /> : null}
        <Select
          label={say("paper.language")}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          allowDeselect={false}
          onChange={(value) => {
            const known = languages.find((one) => one === value) ?? language;
            return go({ search: { ...search, language: known }, replace: true });
          }}
        />
      </Group>
      {sheet === "poster" && isLocal ? <Alert color="yellow">{say("paper.local", { address })}</Alert> : null}
      {sheet === "poster" && !mayJoin ? (
        <Alert color="yellow">{say("paper.closed", { page: say("settings.portal") })}</Alert>
      ) : null}
    </Stack>
  );
}

function Place() {
  const { say } = useSpeech();
  const search = route.useSearch();
  const go = route.useNavigate();
  const { data } = useQuery({
    queryKey: ["locations", "first"],
    queryFn: () => answered(api.GET("/v1/locations", { params: { query: { limit: LOCATIONS_MAX } } })),
  });
  return (
    <Select
      label={say("paper.place")}
      placeholder={say("paper.everyPlace")}
      data={[...new Set(data?.items.map(({ name }) => name))]}
      value={search.place ?? null}
      clearable
      clearButtonProps={{ "aria-label": say("paper.everyPlace") }}
      onChange={(value) => {
        const { place: _, ...rest } = search;
        return go({ search: value === null ? rest : { ...rest, place: value }, replace: true });
      }}
    />
  );
}
