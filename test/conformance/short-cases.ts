import type { CaseTools, ConformanceCase, Sdk } from './conformance-case';

const documents = [1, 2, 3, 4, 5].map((n) => ({ _id: `n${n}`, n, odd: n % 2 === 1 }));

/** A query by these conditions; answers the numbers found, in order. */
const finding =
  (condition: (_: Sdk, db: Sdk) => object) =>
  async ({ collection, _, db }: CaseTools): Promise<number[]> => {
    const { data } = await collection.where(condition(_, db)).orderBy('n', 'asc').get();
    return data.map(({ n }: { n: number }) => n);
  };

export const found = (
  api: string,
  name: string,
  source: string,
  condition: (_: Sdk, db: Sdk) => object,
  answers: number[],
): ConformanceCase => ({ api, name, source, documents, run: finding(condition), answers });

/** The SDK builds it without the cloud. */
export const built = (
  api: string,
  name: string,
  source: string,
  run: (tools: CaseTools) => unknown,
  answers: unknown,
) => ({
  ...{ api, name, source, answers },
  run: async (tools: CaseTools) => run(tools),
});

/** The SDK refuses it before it asks the cloud. */
export const refused = (
  api: string,
  name: string,
  source: string,
  run: (tools: CaseTools) => unknown,
  errMsg: string,
) => ({
  ...{ api, name, source, refuses: { errCode: -1, errMsg } },
  run: async (tools: CaseTools) => run(tools),
});
