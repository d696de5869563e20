import { useEffect, useRef, useState } from 'react';
import { Screen } from '../../components/screen';
import { useStored } from '../../hooks/stored';
import { HomeNav } from '../home/home-nav';
import { type Entry, nameOf } from './entry';
import { RatingForm } from './rating-form';
import { scanWindow } from './scan';
import { ScanInvitation } from './scan-invitation';
import { receiptAt, unsentAt, unsentRatings } from './unsent';
import { UnsentNotice } from './unsent-notice';
import { toReceipt } from './use-submit';

type Props = { readonly entry: Entry | null };

/** Form, or what became of a rating that is still on the phone. */
const AtPlace = ({ entry, onRescan }: { readonly entry: Entry; readonly onRescan: () => void }) => {
  const unsent = unsentAt(entry, useStored(unsentRatings));
  const waited = useRef(false);
  const receipt = waited.current && !unsent ? receiptAt(entry) : undefined;
  useEffect(() => {
    if (receipt) void toReceipt(receipt);
    else waited.current = unsent !== undefined;
  }, [receipt, unsent]);
  if (receipt) return <Screen title="评价">{null}</Screen>;
  if (!unsent) return <RatingForm entry={entry} onRescan={onRescan} />;
  return (
    <Screen title="评价" footer={<HomeNav here="rate" />} isHome>
      <UnsentNotice unsent={unsent} />
    </Screen>
  );
};

/** 评价, at the place that was scanned; or the invitation to scan. */
export const Rate = ({ entry }: Props) => {
  const [place, setPlace] = useState(entry);
  const scan = async () => {
    const scanned = await scanWindow();
    if (scanned) setPlace(scanned);
  };
  if (place) return <AtPlace key={nameOf(place)} entry={place} onRescan={() => void scan()} />;
  return (
    <Screen title="评价" footer={<HomeNav here="rate" />} isHome>
      <ScanInvitation onScan={() => void scan()} />
    </Screen>
  );
};
