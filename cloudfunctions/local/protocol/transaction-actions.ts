import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../database/database';
import { project } from '../database/find/projection';
import type { CollectionState } from '../database/store/store';
import { checkedId, type DocumentId } from '../database/values/documents';
import { changed, duplicateId, newDocument } from '../database/write/write';
import { notEmulated } from './cloud-error';
import { decodeEjsonObject, encodeEjson } from './ejson';
import type { PlainObject } from './plain';
import { type CloudRequest, listField, objectField, textField } from './request';

/** The same actions as outside a transaction, for one document by its `_id`: more the platform does not promise. */
export const TRANSACTION_ACTIONS: Record<string, (database: Database, request: CloudRequest) => PlainObject> = {
  'database.insertDocument': (database, request) => {
    const { transactionId, collection } = targetOf(database, request);
    const texts = listField(request, 'data');
    if (texts.length > 1) throw notEmulated('several documents in one add in a transaction');
    const documents = texts.map((text) => newDocument(decodeEjsonObject(text, 'data')));
    for (const document of documents) {
      database.transactions.change(transactionId, collection, document._id, (before) => {
        if (before) throw duplicateId(collection, document._id);
        return document;
      });
    }
    return { data: { insertedIds: documents.map(({ _id }) => _id) } };
  },
  'database.getDocument': (database, request) => {
    const { transactionId, collection } = targetOf(database, request);
    const document = database.transactions.get(transactionId, collection, documentId(request));
    const list = project(document ? [document] : [], objectField(request, 'projection'), objectField(request, 'query'));
    return { data: { list: list.map(encodeEjson) } };
  },
  'database.modifyDocument': (database, request) => {
    const { transactionId, collection } = targetOf(database, request);
    const id = documentId(request);
    const step = { data: objectField(request, 'data'), merge: request.merge === true };
    let updated = 0;
    let upsertId: DocumentId | null = null;
    database.transactions.change(transactionId, collection, id, (before) => {
      if (!before && request.upsert !== true) return undefined;
      const after = changed(before ?? { _id: id }, step);
      if (!before) upsertId = id;
      else if (!isDeepStrictEqual(before, after)) updated = 1;
      return after;
    });
    return { data: { updated, upsert_id: upsertId } };
  },
  'database.removeDocument': (database, request) => {
    const { transactionId, collection } = targetOf(database, request);
    let deleted = 0;
    database.transactions.change(transactionId, collection, documentId(request), (before) => {
      deleted = before ? 1 : 0;
      return undefined;
    });
    return { data: { deleted } };
  },
};

const targetOf = (
  database: Database,
  request: CloudRequest,
): { transactionId: string; collection: CollectionState } => ({
  transactionId: textField(request, 'transactionId'),
  collection: database.collection(textField(request, 'collectionName')),
});

const documentId = (request: CloudRequest): DocumentId => {
  const query = objectField(request, 'query');
  if (request.queryType !== 'DOC' || Object.keys(query).join() !== '_id') {
    throw notEmulated('a query in a transaction: only doc(id) and add are promised by the platform');
  }
  return checkedId(query._id);
};
