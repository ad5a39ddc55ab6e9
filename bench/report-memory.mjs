// Loaded into the portal's process before it starts: tells who asks how much memory is in use.
process.on('message', async () => {
  // What the first round lets go of, the second takes away.
  globalThis.gc();
  await new Promise(setImmediate);
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 });
});
// Nobody's question keeps the portal from ending.
process.channel.unref();
// A bench that is broken off leaves no portal behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
