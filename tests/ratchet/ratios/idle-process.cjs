// The floor of the data process: a Node that starts, says so and waits for its end.
process.send('started');
process.once('disconnect', () => process.exit(0));
