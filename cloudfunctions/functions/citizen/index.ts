import * as contract from '@shared/contracts/citizen';
import * as report from '@shared/contracts/report';
import { handle, serve } from '../../runtime/serve';
import { listMine } from '../../use-cases/message/list-messages';
import { addPhoto } from '../../use-cases/photo/add-photo';
import { listMyRatings } from '../../use-cases/rating/list-my-ratings';
import { showRating } from '../../use-cases/rating/show-rating';
import { submitRating } from '../../use-cases/rating/submit-rating';
import { listMyReports } from '../../use-cases/report/list-my-reports';
import { reportRetaliation } from '../../use-cases/report/report-retaliation';
import { openWindow } from '../../use-cases/window/open-window';

/** The citizens' door. */
export const main = serve({ door: 'citizen', servesStaff: false }, [
  handle(contract.openWindow, openWindow),
  handle(contract.submitRating, submitRating),
  handle(contract.addPhoto, addPhoto),
  handle(contract.listMyRatings, listMyRatings),
  handle(contract.showRating, showRating),
  handle(contract.listMyMessages, listMine),
  handle(report.reportRetaliation, reportRetaliation),
  handle(report.listMyReports, listMyReports),
]);
