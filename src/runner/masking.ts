/**
 * Every form in which a secret could reach a log. The runner derives some itself (base64 of the whole value, JSON and
 * XML escapes, .NET's percent-encoding) but not JavaScript's `encodeURIComponent`, which leaves `! ' ( ) *` alone, nor
 * base64url. Empty for a blank value: the runner refuses those, and a blank mask would star the whole log.
 */
export function maskForms(secret: string): readonly string[] {
  if (secret.trim() === '') return [];
  const bytes = Buffer.from(secret, 'utf8');
  const percent = percentEncode(secret);
  return [
    ...new Set([
      secret,
      secret.trim(),
      // The runner derives this too, but it sees a summary only after we have escaped it once more.
      JSON.stringify(secret).slice(1, -1),
      percent,
      percent.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ]),
  ];
}

function percentEncode(text: string): string {
  // A lone surrogate cannot be encoded; toWellFormed replaces it as every encoder downstream would.
  return encodeURIComponent(text.toWellFormed());
}
