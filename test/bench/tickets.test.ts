import { TICKET_FILTERS } from '@shared/domain/ticket-filters';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { costOf, insertTickets } from './many-tickets';

/**
 * The door looks up who asks (1 read) and writes the line of the audit log (1 write) for every action of officials; a warm
 * instance knows the names of the orgs and where the log ends.
 */
const DOOR = { reads: 1, writes: 1 };

describe('1,000 open tickets in one unit', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud({ instances: 1 });
    await insertTickets(cloud, 1_000, { undonePerHundred: 100 });
  });
  afterAll(() => cloud.close());

  const costs = async (openid: string, action: string, input: object) => {
    const { reads, writes, scans } = await costOf(cloud, openid, action, input);
    return { reads: reads - DOOR.reads, writes: writes - DOOR.writes, scans };
  };

  it.each(TICKET_FILTERS)('the list under %s is 1 call and 2 round trips: the page, and all counts', async (filter) => {
    const openid = cloud.personas.taiqianSupervisor;
    expect(await costs(openid, 'ticket.list', { filter })).toEqual({ reads: 2, writes: 0, scans: 0 });
  });

  it('to a unit as well', async () => {
    const openid = cloud.personas.taiqianUnitLiaison;
    expect(await costs(openid, 'ticket.list', { filter: 'todo' })).toEqual({ reads: 2, writes: 0, scans: 0 });
  });

  it('a further page costs the same', async () => {
    const openid = cloud.personas.taiqianSupervisor;
    const { value } = await cloud.staff(openid, 'ticket.list', { filter: 'late' });
    const further = { filter: 'late', cursor: value.next };
    expect(await costs(openid, 'ticket.list', further)).toEqual({ reads: 2, writes: 0, scans: 0 });
  });

  it('the overdue board is one round trip, the clusters two', async () => {
    const openid = cloud.personas.taiqianSupervisor;
    expect(await costs(openid, 'ticket.overdue', {})).toEqual({ reads: 1, writes: 0, scans: 0 });
    expect(await costs(openid, 'ticket.clusters', {})).toEqual({ reads: 2, writes: 0, scans: 0 });
  });
});
