import { shownFor } from '../explained';
import { type Care, takeCare } from './care';
import { damagedData } from './care-apart';

/** LMDB's own: https://github.com/LMDB/lmdb/blob/LMDB_0.9.31/libraries/liblmdb/lmdb.h#L392 */
const DAMAGES: readonly unknown[] = [-30797, -30796, -30794, -30793];

const main = async (care: Care): Promise<void> => {
  try {
    process.exitCode = await takeCare(care);
  } catch (error) {
    const isDamage = DAMAGES.includes((error as { code?: unknown }).code);
    console.error(shownFor(isDamage ? damagedData(care.dataDir) : error));
    process.exit(1);
  }
};

void main(JSON.parse(process.argv[2] ?? '{}'));
