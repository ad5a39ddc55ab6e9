import { SingleBar } from 'cli-progress';
import type { Clock } from '../../../lib/clock.ts';
import type { Terminal } from '../../../lib/terminal.ts';
import type { ImportProgress } from '../importer.ts';
import { renderCounts } from './render-result.ts';

/** Shows people how far an import is. */
export interface Progress {
  total(count: number): void;
  show(progress: ImportProgress): void;
  end(): void;
}

/** A bar for people; where nobody watches, a line every ten seconds. */
export function createProgress(terminal: Terminal, clock: Clock): Progress {
  return terminal.isInteractive ? createBar(clock) : createLines(terminal, clock);
}

function createBar(clock: Clock): Progress {
  const startedAt = clock.now().getTime();
  let expected = 0;
  const bar = new SingleBar({
    format: '{bar} {value}/{total} tickets · {rate}/s · {left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
  });
  return {
    total(count) {
      expected = count;
      bar.start(count, 0, { rate: '–', left: '' });
    },
    show({ read }) {
      const seconds = (clock.now().getTime() - startedAt) / 1000;
      const rate = read / Math.max(seconds, 0.001);
      const total = Math.max(expected, read);
      if (!bar.isActive) bar.start(total, 0, { rate: '–', left: '' });
      bar.setTotal(total);
      bar.update(read, {
        rate: rate.toFixed(0),
        left: expected > read ? `${renderTime((expected - read) / rate)} left` : '',
      });
    },
    end: () => bar.stop(),
  };
}

const LINE_EVERY_MS = 10_000;

function createLines(terminal: Terminal, clock: Clock): Progress {
  let told = clock.now().getTime();
  let expected: number | undefined;
  return {
    total(count) {
      expected = count;
    },
    show(progress) {
      const now = clock.now().getTime();
      if (now - told < LINE_EVERY_MS) return;
      told = now;
      const share = expected ? ` (${Math.min(100, Math.round((progress.read / expected) * 100))} %)` : '';
      terminal.note(`${renderCounts(progress)}${share}`);
    },
    end: () => undefined,
  };
}

/** Seconds as `1 h 05 min`, `12 min` or `40 s`. */
export function renderTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${Math.ceil(seconds)} s`;
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
