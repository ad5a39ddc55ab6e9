import type { DemoTicket } from './demo-ticket.ts';

export const thaiTickets: readonly DemoTicket[] = [
  {
    title: 'เครื่องพิมพ์ใบส่งสินค้าพิมพ์ภาษาไทยไม่ออก',
    customer: 'somchai',
    owner: 'sofie',
    state: 'open',
    openedAgo: 36,
    escalatesIn: 12,
    articles: [
      {
        by: 'somchai',
        via: 'email',
        after: 0,
        html: '<p>เรียนทีมสนับสนุน</p><p>ตั้งแต่เปลี่ยนเครื่องพิมพ์ใหม่ที่ท่าเรือแหลมฉบัง ใบส่งสินค้าพิมพ์ตัวอักษรไทยออกมาเป็น<b>กรอบสี่เหลี่ยม</b> ภาษาอังกฤษปกติดี คนขับรถอ่านที่อยู่ไม่ได้ครับ</p><p>ขอบคุณครับ<br>สมชาย</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 5,
        html: '<p>Dear Somchai, the new printer lacks a Thai font. I am sending a driver that brings one; could you try it on one computer first?</p>',
      },
      {
        by: 'somchai',
        via: 'email',
        after: 24,
        html: '<p>ลองติดตั้งแล้วครับ เครื่องแรกพิมพ์ได้ถูกต้อง พรุ่งนี้จะติดตั้งเครื่องที่เหลือ</p>',
      },
    ],
  },
  {
    title: 'ขอเพิ่มสิทธิ์ดูรายงานตู้คอนเทนเนอร์',
    customer: 'somchai',
    state: 'new',
    openedAgo: 8,
    escalatesIn: 40,
    articles: [
      {
        by: 'somchai',
        via: 'web',
        after: 0,
        text: 'ขอสิทธิ์ดูรายงานตู้คอนเทนเนอร์รายสัปดาห์ให้คุณนภา (napha@globex.example) ครับ\nใช้เฉพาะการดู ไม่ต้องแก้ไข',
      },
    ],
  },
  {
    title: 'ระบบติดตาม GPS แสดงตำแหน่งรถช้าไปหนึ่งชั่วโมง',
    customer: 'somchai',
    owner: 'marcus',
    state: 'open',
    priority: 'high',
    openedAgo: 80,
    escalatesIn: -12,
    articles: [
      {
        by: 'somchai',
        via: 'email',
        after: 0,
        html: '<p>แผนที่แสดงตำแหน่งรถบรรทุกช้าไปประมาณหนึ่งชั่วโมงทุกคัน ลูกค้าโทรมาถามแล้วเราตอบผิดครับ</p>',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 6,
        html: '<p>Hello Somchai, the trackers report on time; it is our map that reads the wrong time zone. A fix is being tested.</p>',
      },
      {
        by: 'marcus',
        via: 'note',
        after: 7,
        internal: true,
        text: 'Map server runs on UTC+6 since the move. Needs a restart outside Bangkok office hours.',
      },
      { by: 'somchai', via: 'email', after: 50, html: '<p>ตอนนี้ยังช้าอยู่ครับ ช่วยแจ้งกำหนดเสร็จด้วย</p>' },
    ],
  },
  {
    title: 'ลืมรหัสผ่านระบบจองท่าเรือ',
    customer: 'somchai',
    owner: 'sofie',
    state: 'closed',
    priority: 'low',
    openedAgo: 350,
    articles: [
      { by: 'somchai', via: 'web', after: 0, text: 'ลืมรหัสผ่านระบบจองท่าเรือครับ รบกวนตั้งใหม่ให้ด้วย' },
      { by: 'sofie', via: 'email', after: 1, text: 'ส่งลิงก์ตั้งรหัสผ่านใหม่ไปที่อีเมลแล้วค่ะ ลิงก์ใช้ได้หนึ่งชั่วโมง' },
      { by: 'somchai', via: 'email', after: 1.5, text: 'เข้าระบบได้แล้ว ขอบคุณมากครับ' },
    ],
  },
  {
    title: 'ขอคู่มือการใช้เครื่องสแกนภาษาไทย',
    customer: 'somchai',
    owner: 'marcus',
    state: 'pending close',
    priority: 'low',
    openedAgo: 190,
    pendingFor: 50,
    articles: [
      {
        by: 'somchai',
        via: 'email',
        after: 0,
        html: '<p>พนักงานใหม่สามคนอ่านคู่มือภาษาอังกฤษไม่ค่อยเข้าใจ มีคู่มือภาษาไทยไหมครับ</p>',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 15,
        html: '<p>Good news: the manufacturer has a Thai quick guide, two pages. I have put it into the shared folder “Scanners”.</p>',
      },
      { by: 'somchai', via: 'email', after: 40, html: '<p>ได้รับแล้วครับ พิมพ์ติดไว้ข้างเครื่องเรียบร้อย</p>' },
    ],
  },
];
