import type { ConformanceCase, Sdk } from '../conformance-case';

const CODES = 'wx-server-sdk 4.0.2 src/config/error.config.ts TCB_ERR_CODE';
const SHAPE = 'wx-server-sdk 4.0.2 src/utils/error.ts toSDKError';

const caught = (promise: Promise<unknown>): Promise<Sdk> =>
  promise.then(
    () => 'no error',
    (error: unknown) => error,
  );

/** What user code can tell errors by. */
export const ERROR_CASES: readonly ConformanceCase[] = [
  {
    api: 'collection.get',
    name: 'an error is an Error whose message, errMsg and number agree',
    source: SHAPE,
    run: async ({ db }) => {
      const error = await caught(db.collection('conformance_nowhere').get());
      return [error instanceof Error, error.message === error.errMsg, error.errCode, error.code];
    },
    answers: [true, true, -502005, undefined],
  },
  {
    api: 'collection.get',
    name: 'an error of the cloud begins with the call, its number and the meaning of that',
    source: SHAPE,
    run: ({ db }) => db.collection('conformance_nowhere').get(),
    refuses: { errCode: -502005, errMsg: 'collection.get:fail -502005 database collection not exists. ' },
  },
  {
    api: 'document.get',
    name: 'an error of the SDK itself has the number -1 and no meaning',
    source: SHAPE,
    run: ({ collection }) => collection.doc('nobody').get(),
    refuses: { errCode: -1, errMsg: 'document.get:fail document with _id nobody does not exist' },
  },
  {
    api: 'document.update',
    name: 'INVALID_PARAM is -501007',
    source: CODES,
    run: ({ collection }) => collection.doc('a').update({ data: { _id: 'b' } }),
    refuses: { errCode: -501007, errMsg: 'document.update:fail -501007 invalid parameters. ' },
  },
  {
    api: 'collection.add',
    name: 'DATABASE_REQUEST_FAILED is -502001',
    source: CODES,
    documents: [{ _id: 'a' }],
    run: ({ collection }) => collection.add({ data: { _id: 'a' } }),
    refuses: { errCode: -502001, errMsg: 'collection.add:fail -502001 database request fail. ' },
  },
  {
    api: 'transaction.collection',
    name: 'a code that the SDK does not know is -501001, its own name is lost',
    source: CODES,
    run: async ({ db, collectionName }) => {
      const transaction = await db.startTransaction();
      await transaction.commit();
      const error = await caught(transaction.collection(collectionName).doc('a').get());
      return [error.errCode, error.code, error.errMsg.startsWith('document.get:fail -501001 resource system error. ')];
    },
    answers: [-501001, undefined, true],
  },
  {
    api: 'collection.where',
    name: 'an operator that the database does not know is refused',
    source: `${CODES}; www.mongodb.com/docs/manual/reference/operator/query/`,
    documents: [{ _id: 'a', n: 1 }],
    run: async ({ collection }) => (await caught(collection.where({ n: { $nonsense: 1 } }).get())).errCode < -1,
    answers: true,
  },
  {
    api: 'document.update',
    name: 'an increment of text is refused and changes nothing',
    source:
      'www.mongodb.com/docs/manual/reference/operator/update/inc/: Cannot apply $inc to a value of non-numeric type',
    documents: [{ _id: 'a', n: 'text', other: 1 }],
    run: async ({ collection, _ }) => {
      const error = await caught(collection.doc('a').update({ data: { n: _.inc(1), other: 2 } }));
      return [error.errCode, (await collection.doc('a').get()).data];
    },
    answers: [-502001, { _id: 'a', n: 'text', other: 1 }],
  },
  {
    api: 'collection.aggregate',
    name: 'the number of an error is lost: -1, only its text tells (a trap)',
    source: 'wx-server-sdk 4.0.2 src/api/database/api/database/aggregate.ts end: without maybeTransformError',
    run: ({ db }) => db.collection('conformance_nowhere').aggregate().match({ a: 1 }).end(),
    refuses: { errCode: -1, errMsg: 'collection.aggregate:fail [ResourceNotFound] Db or Table not exist' },
  },
];
