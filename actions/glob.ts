/**
 * Whether a text is like a pattern, from its beginning to its end: `*` stands for anything, `?` for one character. Never slower
 * than the product of both lengths, whoever wrote the text.
 */
export function matchesGlob(text: string, glob: string): boolean {
  return matches([...text], [...glob]);
}

function matches(text: readonly string[], glob: readonly string[]): boolean {
  let [at, inGlob] = [0, 0];
  // Where the last star stands, and how far the text has been given to it.
  let [star, given] = [-1, 0];
  while (at < text.length) {
    if (glob[inGlob] === '*') {
      [star, given] = [inGlob, at];
      inGlob += 1;
    } else if (glob[inGlob] === '?' || glob[inGlob] === text[at]) {
      at += 1;
      inGlob += 1;
    } else if (star >= 0) {
      given += 1;
      [at, inGlob] = [given, star + 1];
    } else {
      return false;
    }
  }
  return glob.slice(inGlob).every((rest) => rest === '*');
}
