/**
 * Shares work under way: a second click while the first is being served gets the first one's result. What is
 * done is forgotten; for later repeats, and for other copies of the service, the work itself must look.
 */
export function createOnce<T = void>() {
  const underWay = new Map<string, Promise<T>>();
  return (key: string, work: () => Promise<T>): Promise<T> => {
    const running = underWay.get(key);
    if (running) return running;
    const started = work().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
