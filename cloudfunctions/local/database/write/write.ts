import { isDeepStrictEqual } from 'node:util';
import { invalid, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { type Plan, planQuery } from '../find/plan';
import { matching, type Reader } from '../find/read';
import { compileFilter } from '../match/filter';
import { type CollectionState, changeDocument, readDocument } from '../store/store';
import { requireFree } from '../store/write-locks';
import { checkedDocument, type DocumentId, newDocumentId, type StoredDocument } from '../values/documents';
import { applyUpdate } from './update-operators';

/** All functions here run inside `store.write`: one document changes at a time, nobody reads in between. */

export const insertDocuments = (
  reader: Reader,
  collection: CollectionState,
  values: readonly unknown[],
): DocumentId[] => {
  requireFree(
    reader.locks,
    collection,
    values.flatMap((value) => (isPlainObject(value) && value._id !== undefined ? [value._id] : [])),
  );
  return values.map((value) => {
    const document = newDocument(value);
    if (readDocument(reader.store, collection, document._id)) throw duplicateId(collection, document._id);
    changeDocument(reader.store, collection, undefined, document);
    return document._id;
  });
};

export const newDocument = (value: unknown): StoredDocument => {
  if (!isPlainObject(value)) throw invalid('a document must be an object');
  return checkedDocument(value, value._id ?? newDocumentId());
};

export const duplicateId = ({ name }: CollectionState, id: DocumentId): Error =>
  requestFailed(`E11000 duplicate key error collection: ${name} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`);

export type ModifyRequest = {
  readonly filter: PlainObject;
  readonly data: PlainObject;
  /** Every match, or the first only. */
  readonly multi: boolean;
  /** `data` holds update operators; otherwise it replaces the document. */
  readonly merge: boolean;
  readonly upsert: boolean;
};

/** `updated` counts documents that really changed, as MongoDB's `nModified`. */
export type Modified = { readonly updated: number; readonly upsertId?: DocumentId };

export const modifyDocuments = (
  reader: Reader,
  collection: CollectionState,
  request: ModifyRequest & { readonly among?: Among },
): Modified => {
  const targets = targetsOf(reader, collection, request);
  if (targets.length === 0 && request.upsert) return upsertDocument(reader, collection, request);
  requireFree(
    reader.locks,
    collection,
    targets.map(({ _id }) => _id),
  );
  let updated = 0;
  for (const before of targets) {
    const after = changed(before, request);
    if (isDeepStrictEqual(before, after)) continue;
    changeDocument(reader.store, collection, before, after);
    updated += 1;
  }
  return { updated };
};

export const removeDocuments = (reader: Reader, collection: CollectionState, targeted: Targeted): number => {
  const targets = targetsOf(reader, collection, targeted);
  requireFree(
    reader.locks,
    collection,
    targets.map(({ _id }) => _id),
  );
  for (const document of targets) changeDocument(reader.store, collection, document, undefined);
  return targets.length;
};

/** The only documents that may be changed; all when undefined. */
export type Among = readonly DocumentId[] | undefined;

type Targeted = { readonly filter: PlainObject; readonly multi: boolean; readonly among?: Among };

const targetsOf = (reader: Reader, collection: CollectionState, { filter, multi, among }: Targeted) => {
  const plan: Plan = among ? { kind: 'ids', ids: among, served: 0 } : planQuery(collection, filter);
  const matches = matching(reader, collection, plan, compileFilter(filter), { filter });
  if (multi) return [...matches];
  for (const first of matches) return [first];
  return [];
};

export const changed = (
  before: StoredDocument,
  { data, merge }: Pick<ModifyRequest, 'data' | 'merge'>,
): StoredDocument => (merge ? applyUpdate(before, data) : checkedDocument(data, before._id));

const upsertDocument = (
  reader: Reader,
  collection: CollectionState,
  { filter, data, merge }: ModifyRequest,
): Modified => {
  const given = isPlainObject(filter._id) ? undefined : filter._id;
  const seed = checkedDocument({}, given ?? newDocumentId());
  requireFree(reader.locks, collection, [seed._id]);
  const document = merge ? applyUpdate(seed, data) : checkedDocument(data, seed._id);
  changeDocument(reader.store, collection, undefined, document);
  return { updated: 0, upsertId: document._id };
};
