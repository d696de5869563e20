import type { Sdk } from './conformance-case';

export const COLLECTION = 'conformance';
/** Holds one document: `COLLECTION` was made here, so that all it holds may go. */
const CLAIM = 'conformance_claim';

/**
 * Makes the collection of the cases, once per environment.
 * @throws when somebody else's collection of that name holds documents
 */
export const claimCollection = async (db: Sdk): Promise<void> => {
  const wasMade = await make(db, COLLECTION);
  await make(db, CLAIM);
  const { data: claims } = await db.collection(CLAIM).get();
  if (claims.length > 0) return;
  const { total } = await db.collection(COLLECTION).count();
  if (!wasMade && total > 0) throw new Error(`集合 ${COLLECTION} 里有不属于本测试的文档，未作任何改动。`);
  await db.collection(CLAIM).add({ data: { _id: 'probe' } });
};

/** The collection holds just these documents. */
export const fillCollection = async (db: Sdk, documents: readonly object[]): Promise<void> => {
  await emptyCollection(db);
  if (documents.length > 0) await db.collection(COLLECTION).add({ data: documents });
};

export const emptyCollection = async (db: Sdk): Promise<void> => {
  await db
    .collection(COLLECTION)
    .where({ _id: db.command.exists(true) })
    .remove();
};

/** Answers whether it was not there before. */
const make = async (db: Sdk, name: string): Promise<boolean> => {
  try {
    await db.createCollection(name);
    return true;
  } catch {
    return false;
  }
};
