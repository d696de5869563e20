import * as administration from '@shared/contracts/administration';
import * as appeal from '@shared/contracts/appeal';
import * as audit from '@shared/contracts/audit';
import * as clerk from '@shared/contracts/clerk';
import * as clue from '@shared/contracts/clue';
import * as deputy from '@shared/contracts/deputy';
import * as figures from '@shared/contracts/figures';
import * as opening from '@shared/contracts/opening';
import * as shift from '@shared/contracts/shift';
import * as contract from '@shared/contracts/staff';
import * as supervision from '@shared/contracts/supervision';
import * as ticket from '@shared/contracts/ticket';
import * as lists from '@shared/contracts/ticket-lists';
import { handle, handleOfficial, serve } from '../../runtime/serve';
import { answerAppeal } from '../../use-cases/appeal/answer-appeal';
import { fileAppeal } from '../../use-cases/appeal/file-appeal';
import { giveStatement } from '../../use-cases/appeal/give-statement';
import { listAppeals } from '../../use-cases/appeal/list-appeals';
import { listTold } from '../../use-cases/appeal/list-told';
import { moveAppeal } from '../../use-cases/appeal/move-appeal';
import { showAppeal } from '../../use-cases/appeal/show-appeal';
import { showAppealStatistics } from '../../use-cases/appeal/show-appeal-statistics';
import { showTold } from '../../use-cases/appeal/show-told';
import { listAudit } from '../../use-cases/audit/list-audit';
import { listReaders } from '../../use-cases/audit/list-readers';
import { verifyAudit } from '../../use-cases/audit/verify-audit';
import { acknowledgeClue } from '../../use-cases/clue/acknowledge-clue';
import { listClueStates } from '../../use-cases/clue/list-clue-states';
import { listClues } from '../../use-cases/clue/list-clues';
import { showClue } from '../../use-cases/clue/show-clue';
import { transferClue } from '../../use-cases/clue/transfer-clue';
import { deputize } from '../../use-cases/deputy/deputize';
import { setAbsence } from '../../use-cases/deputy/set-absence';
import { showAbsence } from '../../use-cases/deputy/show-absence';
import { rebuildFigures } from '../../use-cases/figures/rebuild-figures';
import { listUnits } from '../../use-cases/message/list-messages';
import { decideOpening } from '../../use-cases/opening/decide-opening';
import { listOpenings } from '../../use-cases/opening/list-openings';
import { openIdentity } from '../../use-cases/opening/open-identity';
import { requestOpening } from '../../use-cases/opening/request-opening';
import { keepRatingInQuarantine, releaseRatingFromQuarantine } from '../../use-cases/quarantine/decide-quarantine';
import { listQuarantine } from '../../use-cases/quarantine/list-quarantine';
import { showOwnRatings } from '../../use-cases/rating/show-own-ratings';
import { closeReport } from '../../use-cases/report/close-report';
import { listReports } from '../../use-cases/report/list-reports';
import { showReport } from '../../use-cases/report/show-report';
import { grantRole } from '../../use-cases/role/grant-role';
import { handOverLiaison } from '../../use-cases/role/hand-over-liaison';
import { revokeRole } from '../../use-cases/role/revoke-role';
import { endShift } from '../../use-cases/shift/end-shift';
import { showShift } from '../../use-cases/shift/show-shift';
import { startShift } from '../../use-cases/shift/start-shift';
import { bindAccount } from '../../use-cases/staff/bind-account';
import { inviteStaff } from '../../use-cases/staff/invite-staff';
import { leaveStaff } from '../../use-cases/staff/leave-staff';
import { listStaff } from '../../use-cases/staff/list-staff';
import { unbindAccount } from '../../use-cases/staff/unbind-account';
import { whoAmI } from '../../use-cases/staff/who-am-i';
import { listAlike } from '../../use-cases/ticket/list-alike';
import { listClusters } from '../../use-cases/ticket/list-clusters';
import { listTickets } from '../../use-cases/ticket/list-tickets';
import { listUnits as listTicketUnits } from '../../use-cases/ticket/list-units';
import { moveTicket } from '../../use-cases/ticket/move-ticket';
import { showOverdue } from '../../use-cases/ticket/show-overdue';
import { showTicket } from '../../use-cases/ticket/show-ticket';
import { replaceCode, restoreCode, revokeCode } from '../../use-cases/window/change-code';
import { listWindows } from '../../use-cases/window/list-windows';

/** The officials' door. */
export const main = serve({ door: 'staff', servesStaff: true }, [
  handleOfficial(contract.whoAmI, whoAmI),
  handleOfficial(lists.listTickets, listTickets),
  handleOfficial(lists.showOverdue, showOverdue),
  handleOfficial(lists.listClusters, listClusters),
  handleOfficial(lists.listAlike, listAlike),
  handleOfficial(contract.showTicket, showTicket),
  handleOfficial(ticket.moveTicket, moveTicket),
  handleOfficial(ticket.listUnits, listTicketUnits),
  handleOfficial(contract.listUnitMessages, listUnits),
  handleOfficial(supervision.listQuarantine, listQuarantine),
  handleOfficial(supervision.releaseRating, releaseRatingFromQuarantine),
  handleOfficial(supervision.keepRating, keepRatingInQuarantine),
  handleOfficial(supervision.listReports, listReports),
  handleOfficial(supervision.showReport, showReport),
  handleOfficial(supervision.closeReport, closeReport),
  handleOfficial(clue.transferClue, transferClue),
  handleOfficial(clue.listClueStates, listClueStates),
  handleOfficial(clue.listClues, listClues),
  handleOfficial(clue.showClue, showClue),
  handleOfficial(clue.acknowledgeClue, acknowledgeClue),
  handleOfficial(deputy.showAbsence, showAbsence),
  handleOfficial(deputy.setAbsence, setAbsence),
  handleOfficial(deputy.deputize, deputize),
  // The one action that has to know whose rating it is; it answers what the purpose opens and nothing of the file.
  handle(opening.openIdentity, openIdentity),
  handle(opening.requestOpening, requestOpening),
  handleOfficial(opening.listOpenings, listOpenings),
  handleOfficial(opening.decideOpening, decideOpening),
  handleOfficial(clerk.showOwnRatings, showOwnRatings),
  handleOfficial(appeal.listTold, listTold),
  handleOfficial(appeal.showTold, showTold),
  handleOfficial(appeal.giveStatement, giveStatement),
  handleOfficial(appeal.fileAppeal, fileAppeal),
  handleOfficial(appeal.answerAppeal, answerAppeal),
  handleOfficial(appeal.listAppeals, listAppeals),
  handleOfficial(appeal.showAppeal, showAppeal),
  handleOfficial(appeal.moveAppeal, moveAppeal),
  handleOfficial(shift.showShift, showShift),
  handleOfficial(shift.startShift, startShift),
  handleOfficial(shift.endShift, endShift),
  handleOfficial(administration.listStaff, listStaff),
  handleOfficial(administration.inviteStaff, inviteStaff),
  handleOfficial(administration.bindAccount, bindAccount),
  handleOfficial(administration.unbindAccount, unbindAccount),
  handleOfficial(administration.leaveStaff, leaveStaff),
  handleOfficial(administration.handOverLiaison, handOverLiaison),
  handleOfficial(administration.grantRole, grantRole),
  handleOfficial(administration.revokeRole, revokeRole),
  handleOfficial(administration.listWindows, listWindows),
  handleOfficial(administration.replaceCode, replaceCode),
  handleOfficial(administration.revokeCode, revokeCode),
  handleOfficial(administration.restoreCode, restoreCode),
  handleOfficial(audit.listAudit, listAudit),
  handleOfficial(audit.listReaders, listReaders),
  handleOfficial(audit.verifyAudit, verifyAudit),
  handleOfficial(figures.showAppealStatistics, showAppealStatistics),
  handleOfficial(figures.rebuildFigures, rebuildFigures),
]);
