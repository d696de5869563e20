import type { RealName } from '@shared/domain/identity';
import { isBad } from '@shared/domain/rating';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { useLoaded } from '../../hooks/use-loaded';
import { isPassing } from '../refusal/passing';
import { RefusedPage } from '../refusal/refused-page';
import { CaseFields } from './case-fields';
import { ConfirmSheet } from './confirm-sheet';
import type { Entry } from './entry';
import { toIdentity, useWayBack } from './identity-step';
import { useKnownProof } from './known-proof';
import { LevelQuestion } from './level-question';
import { meantService, open } from './opened';
import { PageComplaint } from './page-complaint';
import { PraiseFields } from './praise-fields';
import { ProofRow } from './proof-row';
import { ReasonFields } from './reason-fields';
import { rulesHere } from './rules-here';
import { servedOf } from './served';
import { ServiceChoice } from './service-choice';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';
import { WhoServed } from './who-served';

type Props = { readonly entry: Entry; readonly onRescan: () => void };

/** 评价: one page. It is drawn at once; who served is filled in when the cloud has answered. */
export const RatingForm = ({ entry, onRescan }: Props) => {
  const { loaded, reload } = useLoaded(useCallback(() => open(entry), [entry]));
  const opened = loaded.state === 'ready' ? loaded.value : undefined;
  const rules = rulesHere(opened?.place);
  const { draft, change, setDraft } = useDraft(entry);
  const [wasRestored] = useState(draft.level !== null);
  const latest = useKnownProof();
  const known = latest ?? { level: opened?.proof ?? 'account', undeterminedToday: false };
  const submission = useSubmit(entry, draft, { opened, rules, known });
  const { submit, send, resume, busy, complaint, setComplaint, toConfirm, backToForm } = submission;
  useWayBack(entry, ({ changes, sends }) => {
    change(changes);
    if (sends) resume(changes);
  });

  if (loaded.state === 'refused' && !isPassing(loaded.refusal)) {
    return (
      <Screen title="评价">
        <RefusedPage refusal={loaded.refusal} onRetry={reload}>
          <Button id="scan" onPress={onRescan}>
            扫一扫窗口二维码
          </Button>
        </RefusedPage>
      </Screen>
    );
  }

  const { level } = draft;
  const tags = rules.tags.tags.filter((tag) => tag.level === level);
  const service = meantService(entry, draft.serviceKey, opened?.services);
  const ofService = opened?.services.find(({ key }) => key === service)?.staff;
  const served = servedOf(draft, opened, rules);
  const now = opened?.served;
  const edit = (changes: Parameters<typeof change>[0]) => {
    setComplaint(null);
    change({ served, ...changes });
  };
  const prove = (demand: RealName, sends: boolean) => void toIdentity(entry, { place: opened?.place, demand, sends });
  const parts = { draft, tags, rules, complaint, onChange: edit };
  return (
    <Screen
      title="评价"
      footer={
        <Button id="submit" disabled={busy} onPress={submit}>
          {busy ? '正在提交…' : '提交'}
        </Button>
      }
    >
      <WhoServed
        loaded={loaded}
        servedThen={ofService ?? served?.staff}
        onServedNow={
          now && now.staff !== null && ofService === undefined && now.staff !== served?.staff
            ? () => edit({ served: now })
            : null
        }
        onReload={reload}
        onRescan={entry.kind === 'window' ? onRescan : null}
      >
        <ServiceChoice
          services={opened?.services ?? []}
          chosen={service ?? null}
          onChoose={entry.kind === 'window' ? (serviceKey) => edit({ serviceKey }) : null}
        />
      </WhoServed>
      {wasRestored && (
        <View id="restored" className="quiet" {...told({ role: 'status' })}>
          已恢复您上次填写的内容。
        </View>
      )}
      <LevelQuestion
        level={level}
        error={complaint?.field === 'level' ? complaint.message : null}
        onChoose={(chosen) => edit({ level: chosen })}
      />
      {level && !isBad(level, rules.rating) && <PraiseFields key={level} {...parts} />}
      {level && isBad(level, rules.rating) && (
        <ReasonFields
          key={level}
          {...parts}
          onPhotos={(photos) => setDraft((before) => ({ ...before, photos: photos(before.photos) }))}
        />
      )}
      {level && !service && (isBad(level, rules.rating) || draft.receiptCode !== '') && <CaseFields {...parts} />}
      {level && opened && (
        <ProofRow
          {...{ level, service, draft, known, rules }}
          hasCompany={opened.hasCompany}
          onProve={(demand) => prove(demand, false)}
          onForCompany={(forCompany) => edit({ forCompany })}
        />
      )}
      {complaint?.field === 'page' && <PageComplaint complaint={complaint} onProve={() => prove('required', true)} />}
      {toConfirm && (
        <ConfirmSheet
          outgoing={toConfirm}
          tags={rules.tags.tags}
          busy={busy}
          onSend={() => void send(toConfirm)}
          onBack={backToForm}
        />
      )}
    </Screen>
  );
};
