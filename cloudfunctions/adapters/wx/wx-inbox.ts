import type { Inbox, InboxMessage } from '../../ports/inbox';
import { type Cursor, PAGE_SIZE, pageOf } from '../../ports/page';
import { collection, command, insertRow, rowsOf } from './wx-cloud';

const olderThan = (cursor: Cursor | null) =>
  cursor ? command.or([{ at: command.lt(cursor.at) }, { at: cursor.at, _id: command.lt(cursor.id) }]) : {};

const keptFrom = (staffId: string | null) => (staffId === null ? {} : { exceptStaffId: command.neq(staffId) });

export const wxInbox: Inbox = {
  deliver: async (message) => {
    await insertRow('inbox', message);
  },
  forget: async (recipient) => {
    await collection('inbox').where({ to: recipient }).remove();
  },
  of: async (recipients, staffId, cursor) =>
    pageOf(
      await rowsOf<InboxMessage>(
        collection('inbox')
          .where(command.and([{ to: command.in([...recipients]) }, keptFrom(staffId), olderThan(cursor)]))
          .orderBy('at', 'desc')
          .orderBy('_id', 'desc')
          .limit(PAGE_SIZE + 1),
      ),
      (message) => ({ at: message.at, id: message._id }),
    ),
};
