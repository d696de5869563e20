import * as contract from '@shared/contracts/staff';
import { handle, serve } from '../../runtime/serve';
import { listUnits } from '../../use-cases/message/list-messages';
import { whoAmI } from '../../use-cases/staff/who-am-i';
import { listTickets } from '../../use-cases/ticket/list-tickets';
import { showTicket } from '../../use-cases/ticket/show-ticket';

/** The officials' door. */
export const main = serve({ door: 'staff', servesStaff: true }, [
  handle(contract.whoAmI, whoAmI),
  handle(contract.listTickets, listTickets),
  handle(contract.showTicket, showTicket),
  handle(contract.listUnitMessages, listUnits),
]);
