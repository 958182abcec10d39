// What a member has agreed to, by topic: the last word counts, and of two members who become one the stricter.

/** By which ways a member may be written to, and what else may be done with what is known of them. */
export const consentTopics = ["email", "sms", "push", "phone", "post", "profiling", "partners"] as const;
export type ConsentTopic = (typeof consentTopics)[number];

export const consentStates = ["granted", "withdrawn"] as const;
export type ConsentState = (typeof consentStates)[number];

/** What a member said about a topic, and when they said it, whenever we were told. */
export type Saying = Readonly<{ topic: ConsentTopic; state: ConsentState; at: number }>;

/** What holds of each topic after all that was said; silence is no consent, and a topic that is missing was silence. */
export function currentConsents<One extends Saying>(said: readonly One[]): ReadonlyMap<ConsentTopic, One> {
  const current = new Map<ConsentTopic, One>();
  for (const one of said) {
    const known = current.get(one.topic);
    current.set(one.topic, known === undefined ? one : lastWord(known, one));
  }
  return current;
}

/** At the same moment the withdrawal counts. */
function lastWord<One extends Saying>(first: One, second: One): One {
  if (first.at !== second.at) return first.at > second.at ? first : second;
  return first.state === "withdrawn" ? first : second;
}

/**
 * What holds of a topic when two members turn out to be one person: a withdrawal by either of them, whatever the other
 * said later. Who agreed twice agreed first; silence takes nothing back.
 */
export function stricterConsent<One extends Saying>(mine: One | undefined, theirs: One | undefined): One | undefined {
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  if (mine.state !== theirs.state) return mine.state === "withdrawn" ? mine : theirs;
  const [earlier, later] = mine.at <= theirs.at ? [mine, theirs] : [theirs, mine];
  return mine.state === "granted" ? earlier : later;
}

/** Whether the topic may be acted upon now. A child agreed to nothing, whatever was written down. */
export function isGranted(current: Saying | undefined, member: Readonly<{ isChild: boolean }>): boolean {
  return current?.state === "granted" && !member.isChild;
}
