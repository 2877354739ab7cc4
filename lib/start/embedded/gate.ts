import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';

const askPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const noEncryption = Buffer.from('N');
const sslRequest = 80877103;
const patienceMs = 5_000;

/** On loopback anyone of this machine may knock: asks for the secret by the protocol's own password message, then hands over the untouched start-up packet. Rejects (and closes) otherwise. */
export async function askSecret(socket: Socket, secret: string): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), patienceMs);
  try {
    let startup = await readPacket(socket, 0);
    if (startup.length === 8 && startup.readInt32BE(4) === sslRequest) {
      socket.write(noEncryption);
      startup = await readPacket(socket, 0);
    }
    socket.write(askPassword);
    const answer = await readPacket(socket, 1);
    const given = answer.subarray(5, -1);
    const expected = Buffer.from(secret);
    if (answer[0] !== 0x70 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      socket.destroy();
      throw new Error('wrong secret');
    }
    socket.unshift(startup);
  } finally {
    clearTimeout(timer);
  }
}

/** One message: `head` bytes of type, then a length that counts itself. What follows it stays in the socket. */
async function readPacket(socket: Socket, head: 0 | 1): Promise<Buffer> {
  let read = Buffer.alloc(0);
  for (;;) {
    if (read.length >= head + 4) {
      const size = head + read.readInt32BE(head);
      if (size < head + 4 || size > 10_000) {
        socket.destroy();
        throw new Error('not the PostgreSQL protocol');
      }
      if (read.length >= size) {
        if (read.length > size) socket.unshift(read.subarray(size));
        return read.subarray(0, size);
      }
    }
    const chunk: Buffer | null = socket.read();
    if (chunk) read = Buffer.concat([read, chunk]);
    else await nextBytes(socket);
  }
}

function nextBytes(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void) => () => {
      socket.off('readable', readable).off('close', closed).off('error', closed);
      act();
    };
    const readable = done(resolve);
    const closed = done(() => reject(new Error('closed before the secret')));
    socket.on('readable', readable).on('close', closed).on('error', closed);
  });
}
