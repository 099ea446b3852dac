// What gofeed finds in the Atom and JSON feeds of a site: main SITE; a finding a line.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/mmcdole/gofeed"
)

func main() {
	site := os.Args[1]
	kinds := map[string]int{}
	err := filepath.WalkDir(site, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !isFeed(path) {
			return err
		}
		name, _ := filepath.Rel(site, path)
		kind, findings := look(path)
		kinds[kind]++
		for _, finding := range findings {
			fmt.Printf("%s: %s\n", name, finding)
		}
		return nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, kind := range []string{"atom", "json"} {
		if kinds[kind] == 0 {
			fmt.Printf("nothing to look at: feeds of kind %s\n", kind)
		}
	}
}

func isFeed(path string) bool {
	slashed := filepath.ToSlash(path)
	return strings.Contains(slashed, "/feeds/") && (strings.HasSuffix(slashed, ".atom") || strings.HasSuffix(slashed, ".json"))
}

func look(path string) (string, []string) {
	file, err := os.Open(path)
	if err != nil {
		return "", []string{err.Error()}
	}
	defer file.Close()
	feed, err := gofeed.NewParser().Parse(file)
	if err != nil {
		return "", []string{err.Error()}
	}
	var findings []string
	for _, item := range feed.Items {
		if item.GUID == "" || item.Title == "" || item.Link == "" || item.PublishedParsed == nil || item.UpdatedParsed == nil {
			findings = append(findings, fmt.Sprintf("%s: without id, title, link or one of its dates", item.GUID))
		}
	}
	return feed.FeedType, findings
}
