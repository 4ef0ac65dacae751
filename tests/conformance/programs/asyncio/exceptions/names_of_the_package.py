import asyncio
names = [n for n in dir(asyncio) if n[0] != "_" and n not in ("windows_events", "windows_utils", "proactor_events")]
public = [n for n in names if n[0].isupper() and "Protocol" not in n and "Transport" not in n and "Policy" not in n]
print([n for n in ("Queue", "Task", "Future", "Lock", "Event", "TaskGroup", "Timeout", "Runner", "Server", "StreamReader", "QueueShutDown", "Barrier") if n not in public])
print([n for n in ("run", "sleep", "gather", "wait", "wait_for", "timeout", "timeout_at", "shield", "to_thread", "as_completed", "current_task", "all_tasks", "isfuture", "wrap_future", "create_eager_task_factory", "eager_task_factory", "print_call_graph", "run_coroutine_threadsafe", "open_connection", "start_server") if n not in names])
