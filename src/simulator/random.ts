/** A small seeded source of chance: the same seed gives the same world. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  characters(alphabet: string, length: number): string;
}

/** Makes a mulberry32 generator. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    characters: (alphabet, length) =>
      Array.from({ length }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join(''),
  };
}

/** Alphabets to draw names, ids and secrets from. */
export const hexDigits = '0123456789abcdef';
export const lowerAlphanumerics = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export const base64UrlAlphabet = `${base64Alphabet.slice(0, 62)}-_`;

/** Makes ObjectIds: creation time in seconds, then a process value, then a counter. */
export function createObjectIds(random: Random): (at: number) => string {
  const processValue = random.characters(hexDigits, 10);
  let counter = random.integer(0, 0xffff);
  return (at) => {
    counter = (counter + 1) & 0xffffff;
    const seconds = Math.floor(at / 1000).toString(16);
    return seconds.padStart(8, '0') + processValue + counter.toString(16).padStart(6, '0');
  };
}
