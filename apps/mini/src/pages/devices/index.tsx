import { useState } from 'react';
import { words } from '@/api/client';
import { useLogOutDevice, useLogOutOthers, useMyDevices } from '@/api/devices';
import type { Device } from '@/api/wire';
import { Button, Card, Notice, Page, Para, PlainButton, SectionTitle, Sheet } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { deviceHint, devicesCopy as copy } from '@/copy/devices';

/** Where this account is logged in, and the way to log out there. */
export default function DevicesPage() {
  return <SignedIn title={copy.title}>{() => <Devices />}</SignedIn>;
}

function Devices() {
  const devices = useMyDevices();
  const [asked, setAsked] = useState<Device | 'all' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const others = devices.data?.filter((device) => !device.isThis) ?? [];
  return (
    <Page
      title={copy.title}
      action={others.length > 1 ? <Button onPress={() => setAsked('all')}>{copy.logOutAll}</Button> : null}
    >
      <Para>{copy.intro}</Para>
      {done ? <Notice kind="done" title={done} /> : null}
      <Loaded query={devices}>
        {(all) => (
          <>
            <SectionTitle>{copy.hereTitle}</SectionTitle>
            {all
              .filter((device) => device.isThis)
              .map((device) => (
                <DeviceCard key={device.id} device={device} />
              ))}
            <SectionTitle>{copy.othersTitle}</SectionTitle>
            {others.length === 0 ? <Para>{copy.noOthers}</Para> : null}
            {others.map((device) => (
              <DeviceCard key={device.id} device={device} onLogOut={() => setAsked(device)} />
            ))}
          </>
        )}
      </Loaded>
      {asked ? (
        <Sure
          asked={asked}
          count={others.length}
          onClose={() => setAsked(null)}
          onDone={() => {
            setDone(asked === 'all' ? copy.doneAll : copy.done);
            setAsked(null);
          }}
        />
      ) : null}
    </Page>
  );
}

function DeviceCard({ device, onLogOut }: { device: Device; onLogOut?: () => void }) {
  return (
    <Card title={device.deviceName} oneOfMany>
      <Para small>{deviceHint(device, new Date())}</Para>
      {onLogOut ? <PlainButton onPress={onLogOut}>{copy.logOut}</PlainButton> : null}
    </Card>
  );
}

interface SureProps {
  asked: Device | 'all';
  count: number;
  onClose: () => void;
  onDone: () => void;
}

function Sure({ asked, count, onClose, onDone }: SureProps) {
  const one = useLogOutDevice();
  const others = useLogOutOthers();
  const busy = one.isPending || others.isPending;
  const trouble = one.error ?? others.error;
  const leave = () => {
    if (asked === 'all') others.mutate(undefined, { onSuccess: onDone });
    else one.mutate(asked.id, { onSuccess: onDone });
  };
  return (
    <Sheet
      open
      title={asked === 'all' ? copy.sureAllTitle(count) : copy.sureTitle(asked.deviceName)}
      closeWords={copy.not}
      onClose={onClose}
    >
      <Para>{copy.sureWords}</Para>
      {trouble ? <Notice kind="problem" title={words(trouble)} /> : null}
      <Button onPress={leave} busyWords={busy && copy.leaving}>
        {asked === 'all' ? copy.sureAll : copy.sure}
      </Button>
    </Sheet>
  );
}
