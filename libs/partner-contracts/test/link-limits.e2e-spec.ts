import { type ContractWorld, startContractWorld } from './contract.builder.js';

let world: ContractWorld;

beforeAll(async () => {
  world = await startContractWorld();
});
afterAll(() => world.close());

const look = (path: string, language = 'da') =>
  world.app.world.stranger.get(path, { headers: { 'accept-language': language } });

/** Opens a page as often as one address may in a minute. */
async function useUp(path: string): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => look(path)));
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
  }
}

const guessed = 'A'.repeat(43);

describe('opening links from one address', () => {
  it.each(['enquiry', 'hand-on', 'enquiry-withdrawal'])(
    'of kind %s is limited, and says so on a page in the language of who looks',
    async (kind) => {
      const path = `/l/${kind}/${guessed}`;
      await useUp(path);
      const [danish, english] = [await look(path), await look(path, 'en')];
      expect([danish.status, english.status]).toEqual([429, 429]);
      expect(danish.headers.get('content-type')).toContain('text/html');
      expect(danish.text).toContain('<h1>Vent lidt</h1>');
      expect(english.text).toContain('<h1>Wait a little</h1>');
    },
  );

  it('of a contract is limited for a true link like for a guessed one, and for acting like for looking', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await useUp(`/l/contract/${guessed}`);
    for (const path of [page, `${page}/read`, `${page}/confirm`, `${page}/pass-on`]) {
      const [danish, english] = [await look(path), await look(path, 'en')];
      expect([danish.status, english.status]).toEqual([429, 429]);
      expect(danish.text).toContain('Det gik ikke');
      expect(english.text).toContain('That did not work');
    }
    expect((await world.app.world.stranger.form(`${page}/read`, {})).status).toBe(429);
    expect((await scene.show(id)).status).toBe('sent');
  });
});
