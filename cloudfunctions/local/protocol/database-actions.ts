import type { Database } from '../database/database';
import { sortSpec } from '../database/find/sort';
import { notEmulated, requestFailed } from './cloud-error';
import { decodeEjsonObject, encodeEjson } from './ejson';
import { isPlainObject, type PlainObject } from './plain';
import { type CloudRequest, countField, listField, objectField, stagesField, textField } from './request';
import { TRANSACTION_ACTIONS } from './transaction-actions';

/** The platform answers at most 1,000 documents and 16 MiB at once. */
const MOST_DOCUMENTS = 1_000;
const LARGEST_ANSWER = 16 * 1024 * 1024;

export type Kind = 'reads' | 'writes';
type Action = {
  readonly kind: Kind;
  run(database: Database, request: CloudRequest): Promise<PlainObject> | PlainObject;
};

export const DATABASE_ACTIONS: Record<string, Action> = {
  'database.addCollection': {
    kind: 'writes',
    run: (database, request) => {
      database.addCollection(textField(request, 'collectionName'));
      return {};
    },
  },
  'database.startTransaction': {
    kind: 'writes',
    run: (database) => ({ transactionId: database.transactions.start() }),
  },
  'database.commitTransaction': {
    kind: 'writes',
    run: (database, request) => {
      database.transactions.commit(textField(request, 'transactionId'));
      return {};
    },
  },
  'database.abortTransaction': {
    kind: 'writes',
    run: (database, request) => {
      database.transactions.abort(textField(request, 'transactionId'));
      return {};
    },
  },
  'database.insertDocument': {
    kind: 'writes',
    run: async (database, request) => {
      const documents = listField(request, 'data').map((text) => decodeEjsonObject(text, 'data'));
      return { data: { insertedIds: await database.insert(textField(request, 'collectionName'), documents) } };
    },
  },
  'database.getDocument': {
    kind: 'reads',
    run: (database, request) => {
      const offset = countField(request, 'offset') ?? 0;
      const limit = Math.min(countField(request, 'limit') ?? (request.queryType === 'DOC' ? 1 : 100), MOST_DOCUMENTS);
      const list = database.each(textField(request, 'collectionName'), {
        filter: objectField(request, 'query'),
        sort: sortSpec(objectField(request, 'order')),
        projection: objectField(request, 'projection'),
        offset,
        limit,
      });
      return { data: { list: encodedList(list) }, limit, offset };
    },
  },
  'database.calculateDocument': {
    kind: 'reads',
    run: (database, request) => ({
      data: { total: database.count(textField(request, 'collectionName'), objectField(request, 'query')) },
    }),
  },
  'database.aggregateDocuments': {
    kind: 'reads',
    run: (database, request) => ({
      data: { list: encodedList(database.aggregate(textField(request, 'collectionName'), stagesField(request))) },
    }),
  },
  'database.modifyDocument': {
    kind: 'writes',
    run: async (database, request) => {
      const { updated, upsertId } = await database.modify(textField(request, 'collectionName'), {
        filter: objectField(request, 'query'),
        data: objectField(request, 'data'),
        multi: request.multi === true,
        merge: request.merge === true,
        upsert: request.upsert === true,
      });
      return { data: { updated, upsert_id: upsertId ?? null } };
    },
  },
  'database.removeDocument': {
    kind: 'writes',
    run: async (database, request) => {
      const deleted = await database.remove(
        textField(request, 'collectionName'),
        objectField(request, 'query'),
        request.multi === true,
      );
      return { data: { deleted } };
    },
  },
};

/** Inside a transaction only what the platform promises there. */
export const runDatabaseAction = async (
  database: Database,
  name: string,
  action: Action,
  request: CloudRequest,
): Promise<PlainObject> => {
  if (request.transactionId === undefined || name.endsWith('Transaction')) return action.run(database, request);
  const inside = TRANSACTION_ACTIONS[name];
  if (!inside) throw notEmulated(`${name} in a transaction`);
  return inside(database, request);
};

/** Asks for no more once it is too large. */
const encodedList = (documents: Iterable<unknown>): string[] => {
  const list: string[] = [];
  let size = 0;
  for (const document of documents) {
    const text = encodeEjson(isPlainObject(document) ? document : { value: document });
    size += text.length;
    if (size > LARGEST_ANSWER) throw requestFailed('response size exceeds the limit of 16 MB');
    list.push(text);
  }
  return list;
};
