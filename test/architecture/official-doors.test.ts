import { allContracts, doorsServing, tiedAt } from './all-contracts';

/**
 * Actions of officials whose use case gets the whole file of a rating, each with its reason; all others get only what the
 * caller may see (decision 0010).
 */
const WITH_WHOLE_FILES: Readonly<Record<string, string>> = {
  'identity.open': 'reads of the file only whose identity it is, and answers only that',
  'opening.request': 'keeps the rating, its bureau and who was rated, and answers the number of the request',
};

const official = allContracts().filter(
  (exported) =>
    doorsServing(exported).includes('staff') || !['anyone', 'system'].includes(exported.contract.permission),
);

describe('the doors of officials', () => {
  it('have actions', () => {
    expect(official.length).toBeGreaterThan(10);
  });

  it.each(official.map((exported) => [exported.contract.name, exported] as const))(
    '%s gets projected ratings, or says why it needs the whole',
    (name, exported) => {
      const ties = doorsServing(exported).map((door) => tiedAt(door, exported));
      expect(ties).toEqual([name in WITH_WHOLE_FILES ? 'handle' : 'handleOfficial']);
    },
  );
});
