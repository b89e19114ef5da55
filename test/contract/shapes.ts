/** The form of an answer: every field with the type of its value, and the relations of links word for word. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== 'object') return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, key === 'rel' ? field : shapeOf(field)]));
}
