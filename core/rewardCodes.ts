// What a member shows at a till for a reward that he took. Capitals and digits only: a scanner that types what it reads
// garbles everything else on Italian, Czech and German keyboards, and a QR code of them is smaller. It is no secret:
// the till looks the reward up and uses it once.
const MARK = "R";
const LETTERS = 26;
const WRITTEN = /^R([0-7][0-9A-HJKMNP-TV-Z]{25})([0-7][0-9A-HJKMNP-TV-Z]{25})$/;

export type ShownReward = Readonly<{ memberId: string; issuedRewardId: string }>;

/** Of ids as the API writes them. */
export function rewardCode({ memberId, issuedRewardId }: ShownReward): string {
  return `${MARK}${lettersOf(memberId)}${lettersOf(issuedRewardId)}`;
}

function lettersOf(id: string): string {
  return id.slice(-LETTERS).toUpperCase();
}

/** Null for what is no such code. Read as a person or a scanner types it. */
export function parseRewardCode(text: string): ShownReward | null {
  const [, member, issued] = WRITTEN.exec(text.trim().toUpperCase()) ?? [];
  if (member === undefined || issued === undefined) return null;
  return { memberId: `mem_${member.toLowerCase()}`, issuedRewardId: `isr_${issued.toLowerCase()}` };
}
