/** The version that new words are given where nobody types another one: the day, and a number where it is taken. */
export function nextVersion(subject: string, day: string, taken: string | undefined): string {
  const plain = `${subject}-${day}`;
  if (taken === undefined || !taken.startsWith(plain)) return plain;
  const [, number = "1"] = /\.(\d+)$/.exec(taken) ?? [];
  return `${plain}.${Number(number) + 1}`;
}
