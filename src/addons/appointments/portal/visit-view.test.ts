import { describe, expect, test } from 'vitest';
import { findChoices, findWebAddress, type Visit } from './visit-view.ts';

const now = new Date('2026-10-23T10:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const from = (hours: number) => ({ span: { begin: at(hours), end: at(hours + 1) } });
const visit: Visit = {
  ...{
    id: 1,
    reference: 'APPT-0001',
    typeId: 3,
    title: 'Repair',
    status: 'confirmed',
    badge: { words: '', tone: '' },
  },
  ...{
    technician: undefined,
    customer: 'Ann',
    place: undefined,
    location: '',
    onlineUrl: '',
    ticket: undefined,
  },
  ...{ answer: '', isOwnWish: false, cancelHours: 24, zone: undefined, ...from(48) },
};
const choices = (more: Partial<Visit>) => findChoices({ ...visit, ...more }, now);

describe('what a customer may do', () => {
  test('is to answer, move and cancel until so many hours before', () => {
    expect(choices({})).toEqual({
      ...{ isAhead: true, canChoose: false, canMove: true, canCancel: true, canAnswer: true },
      ...{ until: at(24), isTooLate: false },
    });
  });

  test('is to answer alone after that, and to call', () => {
    expect(choices(from(23))).toMatchObject({
      canMove: false,
      canCancel: false,
      canAnswer: true,
      isTooLate: true,
    });
  });

  test('is to choose a time where there is none', () => {
    expect(choices({ status: 'draft', span: undefined })).toMatchObject({
      ...{ canChoose: true, canMove: false, canCancel: true, canAnswer: false, isTooLate: false },
    });
  });

  test.each([
    ['it has begun', from(-0.5)],
    ['it was cancelled', { status: 'cancelled' }],
    ['it was completed', { status: 'completed' }],
    ['somebody is at work', { status: 'in_progress', ...from(-0.5) }],
  ])('is nothing once %s', (_when, more) => {
    expect(choices(more)).toMatchObject({
      ...{ canMove: false, canCancel: false, canAnswer: false, isTooLate: false, until: undefined },
    });
  });

  test('is no answer where they chose the time themselves, or have answered', () => {
    expect(choices({ isOwnWish: true }).canAnswer).toBe(false);
    expect(choices({ answer: 'accepted' }).canAnswer).toBe(false);
  });
});

test('what somebody typed is a link only where it is one', () => {
  expect(findWebAddress(' https://meet.example/x ')).toBe('https://meet.example/x');
  expect(findWebAddress('javascript:alert(1)')).toBeUndefined();
});
