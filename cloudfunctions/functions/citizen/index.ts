import * as contract from '@shared/contracts/citizen';
import * as identity from '@shared/contracts/identity';
import * as notice from '@shared/contracts/notice';
import * as objection from '@shared/contracts/objection';
import * as report from '@shared/contracts/report';
import * as verdict from '@shared/contracts/verdict';
import { handle, serve } from '../../runtime/serve';
import { objectToRuling } from '../../use-cases/appeal/object-to-ruling';
import { finishFace, startFace } from '../../use-cases/identity/face';
import { proveNumber } from '../../use-cases/identity/prove-number';
import { provePhone } from '../../use-cases/identity/prove-phone';
import { finishProvince, startProvince } from '../../use-cases/identity/province';
import { showMine } from '../../use-cases/identity/show-mine';
import { listMine } from '../../use-cases/message/list-messages';
import { grantNotices } from '../../use-cases/notification/grant-notices';
import { showNotices } from '../../use-cases/notification/show-notices';
import { stopNotices } from '../../use-cases/notification/stop-notices';
import { listReaders } from '../../use-cases/opening/list-readers';
import { eraseMine } from '../../use-cases/personal-data/erase-mine';
import { exportMine } from '../../use-cases/personal-data/export-mine';
import { withdrawConsent } from '../../use-cases/personal-data/withdraw-consent';
import { addPhoto } from '../../use-cases/photo/add-photo';
import { changeRating } from '../../use-cases/rating/change-rating';
import { listMyRatings } from '../../use-cases/rating/list-my-ratings';
import { showRating } from '../../use-cases/rating/show-rating';
import { submitRating } from '../../use-cases/rating/submit-rating';
import { listMyReports } from '../../use-cases/report/list-my-reports';
import { reportRetaliation } from '../../use-cases/report/report-retaliation';
import { followOn } from '../../use-cases/verdict/follow-on';
import { judgeResult } from '../../use-cases/verdict/judge-result';
import { openWindow } from '../../use-cases/window/open-window';

/** The citizens' door. */
export const main = serve({ door: 'citizen', servesStaff: false }, [
  handle(contract.openWindow, openWindow),
  handle(contract.submitRating, submitRating),
  handle(contract.addPhoto, addPhoto),
  handle(contract.listMyRatings, listMyRatings),
  handle(contract.showRating, showRating),
  handle(contract.listMyMessages, listMine),
  handle(identity.showMine, showMine),
  handle(identity.provePhone, provePhone),
  handle(identity.proveNumber, proveNumber),
  handle(identity.startFace, startFace),
  handle(identity.finishFace, finishFace),
  handle(identity.startProvince, startProvince),
  handle(identity.finishProvince, finishProvince),
  handle(identity.withdrawConsent, withdrawConsent),
  handle(identity.exportMine, exportMine),
  handle(identity.eraseMine, eraseMine),
  handle(identity.listReaders, listReaders),
  handle(notice.showNotices, showNotices),
  handle(notice.grantNotices, grantNotices),
  handle(notice.stopNotices, stopNotices),
  handle(verdict.judgeResult, judgeResult),
  handle(verdict.followOn, followOn),
  handle(verdict.changeRating, changeRating),
  handle(objection.objectToRuling, objectToRuling),
  handle(report.reportRetaliation, reportRetaliation),
  handle(report.listMyReports, listMyReports),
]);
