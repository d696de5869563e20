import * as z from 'zod/mini';
import { OPENED_PARTS, OPENING_PURPOSES } from '../domain/identity';
import { contract } from './contract';
import { day, says, servedBy } from './fields';

const ratingId = z.string().check(z.minLength(1, says('ticket.unknown')), z.maxLength(80, says('ticket.unknown')));
const openingId = z.string().check(z.minLength(1, says('opening.unknown')), z.maxLength(80, says('opening.unknown')));
const purpose = z.enum(OPENING_PURPOSES, says('opening.purposeMissing'));

/**
 * 查看评价人信息, for whoever handles the rating: how to reach him, or (with a second person's agreement, where the place
 * asks for it) who he is. The rater reads that it happened, by whose post, and for what.
 */
export const openIdentity = contract({
  name: 'identity.open',
  permission: 'identity.open',
  input: z.strictObject({ ratingId, part: z.enum(OPENED_PARTS, says('request.malformed')), purpose }),
  audits: ({ ratingId, part, purpose }) => ({ about: ratingId, purpose: `${part}.${purpose}` }),
  output: z.object({
    /** With `contact` the surname alone. */
    name: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    idNumber: z.nullable(z.string()),
    companyName: z.nullable(z.string()),
    companyCode: z.nullable(z.string()),
  }),
});

/** 申请查看: asks a second person. */
export const requestOpening = contract({
  name: 'opening.request',
  permission: 'identity.open',
  input: z.strictObject({ ratingId, purpose }),
  audits: ({ ratingId, purpose }) => ({ about: ratingId, purpose }),
  output: z.object({ openingId: z.string() }),
});

/** 查看申请: the caller's own and those on which he may decide, newest first, at most 50. */
export const listOpenings = contract({
  name: 'opening.list',
  permission: 'identity.open',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({
    items: z.array(
      z.object({
        openingId: z.string(),
        ratingId: z.string(),
        servedBy: z.nullable(servedBy),
        purpose: z.enum(OPENING_PURPOSES),
        requestedBy: z.string(),
        requestedOn: day,
        state: z.enum(['awaitingSecond', 'granted', 'denied', 'lapsed']),
        isOwn: z.boolean(),
        mayDecide: z.boolean(),
      }),
    ),
  }),
});

/** 第二人意见 */
export const decideOpening = contract({
  name: 'opening.decide',
  permission: 'identity.approve',
  input: z.strictObject({ openingId, agrees: z.boolean() }),
  audits: ({ openingId, agrees }) => ({ about: openingId, purpose: agrees ? 'agreed' : 'refused' }),
  output: z.object({}),
});
