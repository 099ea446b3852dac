"""Starts and ends a standalone Spark cluster on this machine: one master and its workers, on 127.0.0.1 only.

    python cluster.py start DIR [--workers 2] [--cores 1] [--memory 1g] [--port 17077] [--worker-port 17111] [--web-port 18080]
    python cluster.py stop DIR

Needs PySpark 4.3 from pip and Java 17. DIR gets the logs, the work of the executors and cluster.json, by which `stop` knows
the processes. The master listens at --port, the workers at --worker-port and the ports that follow, their pages at --web-port
and the ports that follow. `start` returns when every worker has registered, and prints the address of the master.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

HOST = "127.0.0.1"
# Daemons hardly compute: a small heap, one collector's thread and the first compiler are enough for them.
DAEMON_OPTIONS = {"SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"}
START_SECONDS_MAX = 240
STOP_SECONDS_MAX = 20


def main():
    options = read_options()
    try:
        {"start": start, "stop": stop}[options.verb](options)
    except ClusterError as error:
        sys.exit(str(error))


class ClusterError(Exception):
    """What is wrong, in both languages."""


def start(options):
    os.makedirs(options.folder, exist_ok=True)
    if os.path.exists(list_path(options.folder)):
        raise ClusterError(f"{options.folder}：集群已启动，先运行stop。 A cluster was started there; stop it first.")
    address = f"spark://{HOST}:{options.port}"
    cluster = {"master": address, "processes": []}
    run_daemon(cluster, options, "master", ["--host", HOST, "--port", options.port, "--webui-port", options.web_port])
    for number in range(options.workers):
        # A registered worker shows that the master is up: nothing has to be waited for in between.
        run_daemon(
            cluster,
            options,
            f"worker-{number + 1}",
            ["--host", HOST, "--port", options.worker_port + number, "--webui-port", options.web_port + 1 + number]
            + ["--cores", options.cores, "--memory", options.memory]
            + ["--work-dir", os.path.join(options.folder, f"work-{number + 1}"), address],
        )
    try:
        wait_for_workers(cluster, options)
    except ClusterError:
        end_processes(options.folder, cluster)
        raise
    print(address)


def run_daemon(cluster, options, name, arguments):
    home = find_spark_home()
    kind = "master.Master" if name == "master" else "worker.Worker"
    command = [os.path.join(home, "bin", "spark-class"), f"org.apache.spark.deploy.{kind}", *map(str, arguments)]
    environment = {**os.environ, **DAEMON_OPTIONS, "SPARK_HOME": home, "SPARK_LOCAL_IP": HOST}
    with open(os.path.join(options.folder, f"{name}.log"), "ab") as log:
        # spark-class becomes Java itself, so that this is the process of the daemon; in a session of its own it outlives us.
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    cluster["processes"].append({"name": name, "pid": process.pid})
    with open(list_path(options.folder), "w", encoding="utf-8") as file:
        file.write(json.dumps(cluster, indent=1) + "\n")


def wait_for_workers(cluster, options):
    until = time.monotonic() + START_SECONDS_MAX
    while time.monotonic() < until:
        for process in cluster["processes"]:
            if not is_ours(process["pid"]):
                log = os.path.join(options.folder, f"{process['name']}.log")
                raise ClusterError(f"{process['name']}没有启动，原因见{log}。 It did not start; the log says why.")
        if count_workers(options.web_port) >= options.workers:
            return
        time.sleep(0.5)
    raise ClusterError(f"{START_SECONDS_MAX}秒内没有等到各worker。 The workers did not register in {START_SECONDS_MAX} s.")


def count_workers(web_port):
    try:
        with urllib.request.urlopen(f"http://{HOST}:{web_port}/json/", timeout=5) as answer:
            return json.load(answer)["aliveworkers"]
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return 0


def stop(options):
    path = list_path(options.folder)
    if not os.path.exists(path):
        raise ClusterError(f"{options.folder}：这里没有启动过集群。 No cluster was started there.")
    with open(path, encoding="utf-8") as file:
        cluster = json.load(file)
    end_processes(options.folder, cluster)


def end_processes(folder, cluster):
    """Workers first, so that they do not look for a master that is gone."""
    pids = [process["pid"] for process in reversed(cluster["processes"]) if is_ours(process["pid"])]
    for pid in pids:
        os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + STOP_SECONDS_MAX
    while any(is_ours(pid) for pid in pids):
        if time.monotonic() > until:
            raise ClusterError(f"进程{pids}没有结束。 These processes did not end.")
        time.sleep(0.2)
    os.remove(list_path(folder))


def is_ours(pid):
    """Whether this process is a daemon of Spark: an id may have been given to another program since."""
    found = subprocess.run(["ps", "-o", "stat=,command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    # The first moments it is still the shell of spark-class.
    return not found.stdout.startswith("Z") and ("spark-class" in found.stdout or "spark.deploy" in found.stdout)


def find_spark_home():
    try:
        import pyspark
    except ImportError as error:
        raise ClusterError("没有装好PySpark：pip install pyspark==4.3.0。 PySpark is not installed.") from error
    return os.path.dirname(pyspark.__file__)


def list_path(folder):
    return os.path.join(folder, "cluster.json")


def read_options():
    parser = argparse.ArgumentParser(description="Starts or ends a Spark cluster on this machine.")
    parser.add_argument("verb", choices=["start", "stop"])
    parser.add_argument("folder", type=os.path.abspath)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--memory", default="1g")
    parser.add_argument("--port", type=int, default=17077)
    parser.add_argument("--worker-port", type=int, default=17111)
    parser.add_argument("--web-port", type=int, default=18080)
    return parser.parse_args()


if __name__ == "__main__":
    main()
