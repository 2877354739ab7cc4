import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isProblem } from '../../lib/errors.ts';
import { readMultipart } from './read-multipart.ts';

const limits = { fieldsBytes: 1000, fileBytes: 5000, allBytes: 8000, files: 4 };

/** The form as a browser sends it, in pieces of the given size. */
async function posted(form: FormData, piece = 64): Promise<Request> {
  const whole = new Request('http://localhost/', { method: 'POST', body: form });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
    },
  });
  const headers = { 'content-type': whole.headers.get('content-type')! };
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}
const formOf = (fields: [string, string][], files: Uint8Array[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const bytes of files) form.append('photo', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'secret name.jpg');
  return form;
};

describe('readMultipart', () => {
  it('reads what was sent, however it was cut on the way', async () => {
    const file = fc.uint8Array({ minLength: 1, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 4 }), fc.integer({ min: 1, max: 300 }), async (files, piece) => {
        const form = formOf(
          [
            ['sealed', '2.abc'],
            ['words', 'Կիրանց\0\r\nkənd'],
            ['go', 'next'],
          ],
          files,
        );
        const read = await readMultipart(await posted(form, piece), limits);
        assert.deepEqual(
          [...read.fields],
          [
            ['sealed', '2.abc'],
            ['words', 'Կիրանց\r\nkənd'],
            ['go', 'next'],
          ],
        );
        assert.deepEqual(
          read.files.map(({ bytes }) => [...bytes!]),
          files.map((bytes) => [...bytes]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('loses no typed word when a file, or all together, is too large, and takes no empty one', async () => {
    const form = formOf(
      [['sealed', 's']],
      [new Uint8Array(6000), new Uint8Array(4000), new Uint8Array(4500), new Uint8Array(0)],
    );
    form.append('go', 'next');
    const read = await readMultipart(await posted(form, 700), limits);
    assert.deepEqual(
      [...read.fields],
      [
        ['sealed', 's'],
        ['go', 'next'],
      ],
    );
    assert.deepEqual(
      read.files.map(({ bytes }) => bytes?.length ?? null),
      [null, 4000, null],
    );
  });

  it('refuses what is no such post, and fields without end', async () => {
    const plain = new Request('http://localhost/', { method: 'POST', body: 'a=b' });
    await assert.rejects(readMultipart(plain, limits), (error) => isProblem(error) && error.code === 'unreadable_body');
    const long = await posted(formOf([['words', 'x'.repeat(2000)]], []));
    await assert.rejects(readMultipart(long, limits), (error) => isProblem(error) && error.code === 'too_large');
  });
});
