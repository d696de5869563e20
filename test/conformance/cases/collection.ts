import type { ConformanceCase } from '../conformance-case';

export const COLLECTION_CASES: readonly ConformanceCase[] = [
  {
    api: 'collection.count',
    name: 'counts the documents of a collection',
    source:
      'developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/collection/Collection.count.html',
    documents: [{ _id: 'a' }, { _id: 'b' }],
    run: async ({ collection }) => (await collection.count()).total,
    answers: 2,
  },
];
