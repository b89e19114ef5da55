/** GitHub's limit for a comment. It counts characters; a JavaScript string has at least as many units. */
const MOST_CHARACTERS = 65_536;

const NOTE = `> [!WARNING]
> This comment is longer than GitHub allows. Its end is missing.

`;

/** Writes a comment: the hidden marker, then the body, cut where it is too long. */
export function commentText(marker: string, body: string): string {
  const head = `${markerLine(marker)}\n`;
  const text = sendable(body);
  if (head.length + text.length <= MOST_CHARACTERS) return head + text;
  // The note stands first: at the end, an HTML comment or a code block that was cut open would swallow it.
  return head + NOTE + cut(text, MOST_CHARACTERS - head.length - NOTE.length);
}

/** The first line of a comment with this marker, invisible to readers. Nothing in a marker can end it early. */
export function markerLine(marker: string): string {
  const encoded = marker.replace(/[^\w.:/-]|(?<=-)-/gu, (character) => {
    return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  });
  return `<!-- ${encoded} -->`;
}

/** Tells whether a comment begins with this marker. */
export function bearsMarker(text: string, marker: string): boolean {
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  return firstLine.trimEnd() === markerLine(marker);
}

/** Tells whether two texts read the same: GitHub may change line ends and drop space at the end. */
export function sameText(left: string, right: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(left) === plain(right);
}

/** GitHub refuses half a surrogate pair and the character 0. */
function sendable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** Cuts at the end of a line if there is one in the last thousand characters, and never through a character. */
function cut(text: string, length: number): string {
  const piece = text.slice(0, length);
  const lineEnd = piece.lastIndexOf('\n');
  return lineEnd > length - 1_000 ? piece.slice(0, lineEnd) : piece.replace(/[\ud800-\udbff]$/, '');
}
