import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress } from './client-address.ts';

const from = (header: string) => clientAddress(new Request('http://x', { headers: { 'x-forwarded-for': header } }));

describe('the address that sendings are counted by', () => {
  it('is what the nearest proxy saw, not what the visitor claims', () =>
    assert.equal(from('10.0.0.1, 192.0.2.7'), '192.0.2.7'));

  it('is the line of an IPv6 address, however it is written', () => {
    for (const one of ['2001:db8:1:2::1', '2001:0db8:1:2:aaaa:bbbb:cccc:dddd', '2001:DB8:1:2:0:0:0:9'])
      assert.equal(from(one), '2001:db8:1:2');
    assert.equal(from('2001:db8::1'), '2001:db8:0:0');
    assert.equal(from('::1'), '0:0:0:0');
    assert.equal(from('fe80::1%eth0'), 'fe80:0:0:0');
  });

  it('is the IPv4 address that an IPv6 one carries', () => assert.equal(from('::ffff:192.0.2.7'), '192.0.2.7'));
});
