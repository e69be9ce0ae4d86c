import { partyOf } from './relying-party.js';

describe('for whom passkeys are made', () => {
  it('is the host of the installation’s address, accepted from its origin only', () => {
    expect(partyOf('https://rygrad.kommune.example/')).toEqual({
      id: 'rygrad.kommune.example',
      origin: 'https://rygrad.kommune.example',
    });
    expect(partyOf('https://rygrad.kommune.example:8443')).toEqual({
      id: 'rygrad.kommune.example',
      origin: 'https://rygrad.kommune.example:8443',
    });
  });

  it('is localhost on this machine, whichever way it is written', () => {
    for (const base of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
      expect(partyOf(base)).toEqual({ id: 'localhost', origin: 'http://localhost:3000' });
  });

  it('is nobody where the address is a number', () => {
    expect(partyOf('http://192.168.1.4:3000')).toBeUndefined();
    expect(partyOf('http://[fd00::1]:3000')).toBeUndefined();
  });
});
