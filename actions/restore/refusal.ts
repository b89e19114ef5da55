/** The error of a restore that must not begin, with everything that stands in its way. */
export function refusal(problems: readonly string[]): Error {
  const nothing = 'Nothing was restored.';
  return new Error(
    problems.length === 1
      ? `${problems.join()} ${nothing}`
      : [`This cannot be restored; ${nothing.toLowerCase()}`, ...problems.map((one) => `- ${one}`)].join('\n'),
  );
}
