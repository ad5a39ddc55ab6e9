import { request } from 'node:http';

/** One request; answers status, headers and body. */
export function exchange(url, options, content) {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode: status, headers } = answer;
        resolve({ status, headers, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

/** The same where anything but a 200 would spoil what is measured. */
export async function exchangeWell(url, options, content) {
  const answer = await exchange(url, options, content);
  if (answer.status === 200) return answer;
  throw new Error(`${url} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
}
