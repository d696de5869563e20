import type { Notification } from '@shared/domain/notification';
import type { Notifications } from '../../ports/notifications';
import { changeRow, collection, command, insertRow, rowOf, rowsOf } from './wx-cloud';

const notifications = () => collection('notifications');

export const wxNotifications: Notifications = {
  plan: (notification) => insertRow('notifications', notification),
  find: (id) => rowOf('notifications', id),
  due: (state, now, limit) =>
    rowsOf(
      notifications()
        .where({ state, nextAt: command.lte(now) })
        .orderBy('nextAt', 'asc')
        .limit(limit),
    ),
  change: ({ _id, state, tries }, changes) => changeRow('notifications', { _id, state, tries }, changes),
  remove: async (ids) => {
    await notifications()
      .where({ _id: command.in([...ids]) })
      .remove();
  },
  forget: async (to) => {
    await notifications().where({ to }).remove();
  },
  forgetOld: async (now, atMost) => {
    const old = await rowsOf<Notification>(
      notifications()
        .where({ keepUntil: command.lte(now) })
        .orderBy('keepUntil', 'asc')
        .limit(atMost),
    );
    if (old.length > 0) await wxNotifications.remove(old.map(({ _id }) => _id));
    return old.length;
  },
};
