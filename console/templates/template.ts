// What every language has a template of. Of a text of several paragraphs each is one entry.
import type { ConsentTopic } from "@fedele/core/consents.ts";

export type Templates = {
  readonly terms: readonly string[];
  readonly privacy: readonly string[];
  readonly consents: Readonly<Record<ConsentTopic, string>>;
};
