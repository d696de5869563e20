import type { CaseTools, ConformanceCase, Sdk } from './conformance-case';

export type Where = (tools: CaseTools) => object;

/** What a case has besides its query: which method it is about, and who says so. */
export type About = { readonly api: string; readonly source: string; readonly documents: readonly object[] };

const idsFound =
  (where: Where) =>
  async (tools: CaseTools): Promise<string> => {
    const { data } = await tools.collection.where(where(tools)).orderBy('_id', 'asc').get();
    return data.map(({ _id }: Sdk) => _id).join(' ');
  };

/** A query and the `_id`s that it finds, in their order, separated by a blank. */
export const finds = (about: About, name: string, where: Where, answers: string): ConformanceCase => ({
  ...about,
  ...{ name, answers, run: idsFound(where) },
});

/** A query that the database refuses. */
export const refusesQuery = (about: About, name: string, where: Where, errMsg: string): ConformanceCase => ({
  ...about,
  ...{ name, refuses: { errCode: -502001, errMsg }, run: idsFound(where) },
});

/** The manual of MongoDB, which the platform's database speaks. */
export const manual = (page: string): string => `https://www.mongodb.com/docs/manual/reference/${page}/`;

/** WeChat's documentation of the SDK. */
export const wechat = (page: string): string =>
  `https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/${page}.html`;
