import notes from './notes.json' with { type: 'json' };

/** What a translator must know of a text that its words do not say: the note of the longest part of its key that has one. */
export function noteOf(key: string): string {
  const parts = key.split('.');
  for (let length = parts.length; length > 0; length--) {
    const note = (notes as Record<string, string>)[parts.slice(0, length).join('.')];
    if (note) return note;
  }
  return '';
}
