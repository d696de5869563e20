/**
 * Collections and their indexes: the one list from which the real cloud is set up (`deploy.ts`) and the local cloud answers
 * queries (`local/database`). A query that no index serves is refused locally once its collection is large.
 */
export type IndexDefinition = {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[];
  /** A unique index treats a missing field as null: at most one document may lack it. */
  readonly unique?: boolean;
};

const index = (name: string, ...fields: string[]): IndexDefinition => ({
  name,
  keys: fields.map((field) =>
    field.startsWith('-') ? { field: field.slice(1), direction: -1 } : { field, direction: 1 },
  ),
});

const unique = (definition: IndexDefinition): IndexDefinition => ({ ...definition, unique: true });

export const SCHEMA = {
  /** 评价档案: rating, ticket, history and outbox in one document; `_id` names the service that was rated. */
  ratings: [
    index('mine', 'raterRef', '-ratedAt'),
    // One try of one rater is one rating, whatever it was aimed at.
    unique(index('oneTry', 'raterRef', 'idempotencyKey')),
    index('unitTickets', 'ticket.unitId', 'ticket.state', 'ticket.dueAt'),
    index('bureauTickets', 'ticket.bureauId', 'ticket.state', 'ticket.dueAt'),
    index('bureauOpened', 'ticket.bureauId', 'ticket.openedAt'),
    index('clerk', 'subject.staffId', 'ratedAt'),
    index('results', 'ticket.unitId', '-ticket.handling.rectification.at'),
    index('bureauResults', 'ticket.bureauId', '-ticket.handling.rectification.at'),
    index('look', 'ticket.nextAt'),
    index('outbox', 'outboxAt'),
    index('calendarMissing', 'ticket.calendarMissing'),
    // The platform allows 18: lists of appeals, of which one bureau has few, are told apart and sorted within this one.
    index('appeals', 'appeal.orgIds', 'appeal.dueAt'),
    index('appealLook', 'appeal.nextAt'),
    index('atWindow', 'subject.windowId', '-ratedAt'),
    index('tracesOver', 'traces.keepUntil'),
    index('quarantine', 'subject.orgPath', 'quarantinedAt'),
    index('windowDay', 'subject.windowId', 'subject.servedOn'),
    index('figures', 'figuresAt'),
  ],
  /** 办件 and their services; `_id` is the case number. */
  cases: [
    index('applicant', 'applicantRefs', '-finishedAt'),
    index('served', 'services.windowId', 'services.at'),
    index('figures', 'figuresAt'),
  ],
  /** 统计: the counts of one subject on one day; `_id` is both. A window's day holds what it gives to all others. */
  rollups: [index('subject', 'subject', 'day'), index('parts', 'day', 'parts.subject')],
  orgs: [index('parent', 'parentId')],
  windows: [
    index('center', 'centerId'),
    index('path', 'orgPath'),
    index('unit', 'orgId'),
    index('onDuty', 'onDuty.staffId'),
  ],
  // One that runs has no end yet: a person has one such at most.
  shifts: [unique(index('running', 'staffId', 'until')), index('forgotten', 'until', 'from')],
  // One account is one person; who has none has a word of his own there.
  staff: [unique(index('account', 'accountRef')), index('org', 'orgId'), index('invitation', 'invitation.index')],
  items: [],
  /** 站内消息; `_id` is the outbox entry that it delivers. */
  inbox: [index('recipient', 'to', '-at')],
  /** 审计日志; `_id` is the number of the entry, so that no two can follow the same one. Never changed, never removed. */
  audit: [index('time', '-at'), index('actor', 'actor', '-at'), index('about', 'about', '-at')],
  /** 每日摘要 of the audit log; `_id` is the day. Never changed, never removed. */
  auditDigests: [],
  /** 实名档案, sealed; `_id` is the rater's blind reference. */
  identities: [index('sameNumber', 'idIndex'), index('due', 'keepUntil'), index('key', 'keyVersion')],
  /** 举报打击报复, sealed. */
  reports: [
    index('bureau', 'bureauId', '-at'),
    index('rating', 'ratingId'),
    index('rater', 'raterRef', 'closedAt'),
    index('key', 'keyVersion'),
  ],
  /** 线索, sealed. */
  clues: [index('bureau', 'bureauIds', '-at'), index('rating', 'ratingId', '-at'), index('key', 'keyVersion')],
  /** 查看申请 of who may not open an identity alone. */
  openings: [index('asked', 'requestedBy', '-requestedAt'), index('bureau', 'bureauId', '-requestedAt')],
  /** 额度 of subscription messages; `_id` is the account's blind reference. */
  grants: [index('over', 'keepUntil'), index('key', 'keyVersion')],
  /** 消息提醒 beside the inbox, one per message and recipient. */
  notifications: [index('due', 'state', 'nextAt'), index('recipient', 'to'), index('over', 'keepUntil')],
  /** 次数: how often somebody did something in one hour or day; gone when that is over. */
  limits: [index('over', 'until')],
} as const satisfies Record<string, readonly IndexDefinition[]>;

export type CollectionName = keyof typeof SCHEMA;
export const COLLECTIONS = Object.keys(SCHEMA) as CollectionName[];
