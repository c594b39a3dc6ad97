import { formatMoment, type Device } from '@jiati/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useEndDevices, useMyDevices } from '../../api/account';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { DataTable } from '../../components/data-table';
import { Loaded } from '../../components/loaded';
import { StateTag } from '../../components/state-tag';
import { account } from '../../copy/account';
import { common } from '../../copy/common';

const copy = account.devices;

/** Where one is signed in: this device first, any other can be signed out. */
export function DevicesSection() {
  const query = useMyDevices();
  const end = useEndDevices();
  const [ending, setEnding] = useState<Device | 'others' | null>(null);
  const { message } = App.useApp();
  const others = (query.data ?? []).filter((device) => !device.isThis).length;
  const close = () => {
    end.reset();
    setEnding(null);
  };
  const one = ending !== null && ending !== 'others' ? ending : null;
  const confirm = () =>
    end.mutate(one?.id ?? null, {
      onSuccess: () => {
        void message.success(one ? copy.ended : copy.endedOthers);
        close();
      },
    });
  return (
    <section className="card stack-tight" aria-labelledby="devices-title">
      <div className="account-section">
        <div>
          <h2 id="devices-title">{copy.title}</h2>
          <p className="quiet">{copy.lead}</p>
        </div>
        {others > 0 && <Button onClick={() => setEnding('others')}>{copy.endOthers}</Button>}
      </div>
      <Loaded query={query}>{(devices) => <DeviceTable devices={devices} onEnd={setEnding} />}</Loaded>
      <ConfirmDialog
        open={ending !== null}
        title={one ? copy.endTitle : copy.endOthersTitle}
        facts={one ? [[copy.name, deviceWords(one)]] : []}
        verb={one ? copy.end : copy.endOthers}
        working={end.isPending}
        error={end.error}
        onConfirm={confirm}
        onCancel={close}
      >
        <p>{one ? copy.endText : copy.endOthersText(others)}</p>
      </ConfirmDialog>
    </section>
  );
}

const deviceWords = (device: Device) => `${device.deviceName}${common.separator}${copy.clients[device.client]}`;

function DeviceTable({ devices, onEnd }: { devices: Device[]; onEnd: (device: Device) => void }) {
  return (
    <DataTable<Device>
      aria-label={copy.caption}
      rowKey="id"
      rows={devices}
      minWidth={680}
      columns={[
        {
          title: copy.name,
          render: (_, item) => (
            <>
              <strong>{item.deviceName}</strong>
              <div className="quiet small">{copy.clients[item.client]}</div>
            </>
          ),
        },
        { title: copy.lastSeen, render: (_, item) => formatMoment(item.lastSeenAt) },
        { title: copy.created, render: (_, item) => formatMoment(item.createdAt) },
        {
          title: copy.end,
          render: (_, item) =>
            item.isThis ? (
              <StateTag tone="main">{copy.here}</StateTag>
            ) : (
              <Button aria-label={copy.endOf(deviceWords(item))} onClick={() => onEnd(item)}>
                {copy.end}
              </Button>
            ),
        },
      ]}
    />
  );
}
